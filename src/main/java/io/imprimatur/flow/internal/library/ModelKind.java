package io.imprimatur.flow.internal.library;

/** What a model is. */
public enum ModelKind {
    FLOW(".bpmn"),
    TABLE(".dmn");

    private final String ending;

    ModelKind(String ending) {
        this.ending = ending;
    }

    /** The name of a file that holds the model of that key. */
    public String fileOf(String key) {
        return key + ending;
    }

    static boolean isModel(String file) {
        return file.endsWith(FLOW.ending) || file.endsWith(TABLE.ending);
    }
}

package io.imprimatur.flow.internal.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Resolves no script engine at all: not even {@code juel}, which the engine brings along. */
final class NoScripts implements ScriptEngineResolver {
    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // plug-ins register theirs at start-up; none is ever asked for
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw refused();
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean fromCache) {
        throw refused();
    }

    private static ProcessEngineException refused() {
        return new ProcessEngineException("Scripts are not run.");
    }
}

package io.imprimatur.flow.gate;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Checks a flow. */
final class BpmnCheck {
    private final String file;
    private final List<ElementRule> rules;

    BpmnCheck(String file, ListedVocabulary vocabulary, Predicate<String> variables, Set<String> forms) {
        var grammar = vocabulary.grammar();
        this.file = file;
        this.rules = List.of(
                new KnownElements(),
                new Places(),
                new PlainIds(),
                new KnownAttributes(grammar, variables, forms),
                new KnownExtensions(grammar),
                new Expressions(grammar),
                new StartAndHistory(),
                new OneOfEach(),
                new PlainFlags(),
                new CallRule(),
                new BlockRule(grammar, vocabulary),
                new LoopRule(grammar),
                new StageRule(),
                new GroupRule(),
                new TimeRule(),
                new MessageRule());
    }

    List<Violation> check(byte[] bytes) {
        var findings = new Findings(file);
        try {
            var model = XmlModel.read(bytes);
            if (model.elements().stream()
                    .noneMatch(element -> element.getLocalName().equals("process"))) {
                findings.add("process", "file", "It holds no process.");
            }
            model.elements().forEach(element -> rules.forEach(rule -> rule.check(element, findings)));
        } catch (XmlModel.Unreadable e) {
            findings.add("xml", "file", e.sentence());
        }
        return findings.all();
    }
}

package io.imprimatur.flow.gate;

import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Times as the engine can read them: a step whose timer cannot be set would fail again and again, and its post wait for ever. */
final class TimeRule implements ElementRule {
    private static final String DURATION =
            "P(?=[0-9T])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,8}S)?)?";
    private static final Map<String, Pattern> TIMES = Map.of(
            "timeDuration", Pattern.compile(DURATION),
            "timeCycle", Pattern.compile("R[0-9]{0,3}/" + DURATION),
            "timeDate",
                    Pattern.compile(
                            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?"));

    @Override
    public void check(Element element, Findings findings) {
        var time = TIMES.get(element.getLocalName());
        var text = XmlModel.textOf(element).strip();
        if (time != null
                && !ExpressionGrammar.isExpression(text)
                && !time.matcher(text).matches()) {
            findings.add(
                    "time",
                    element,
                    "This is no time. Say how long, such as PT4H or P2D, how often, such as R/PT24H, or when, such as"
                            + " 2030-01-31T08:00:00Z.");
        }
    }
}

package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes cases as lines of a capture. */
final class Envelopes {

  private Envelopes() {}

  static String write(GeneratedCase each) {
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("operation", each.operation());
    labels.put("direction", each.direction().label());
    each.error().ifPresent(error -> labels.put("error", error));
    each.status().ifPresent(status -> labels.put("httpStatus", status));
    labels.put("valid", each.valid());
    each.rule().ifPresent(rule -> labels.put("rule", rule));
    each.pointer().ifPresent(pointer -> labels.put("pointer", pointer));
    labels.put("case", each.name());
    labels.put("change", each.change());
    if (!each.besides().isEmpty()) {
      labels.put("besides", each.besides().stream().map(Envelopes::expected).toList());
    }
    if (!each.circumstances().equals(Circumstances.NONE)) {
      labels.put("context", context(each.circumstances()));
    }
    each.request().ifPresent(request -> labels.put("request", Trees.raw(request)));
    labels.put("payload", Trees.raw(each.payload()));
    return Trees.json(labels);
  }

  private static Map<String, Object> expected(GeneratedCase.Expected finding) {
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("rule", finding.rule());
    labels.put("pointer", finding.pointer());
    return labels;
  }

  private static Map<String, Object> context(Circumstances circumstances) {
    Map<String, Object> context = new LinkedHashMap<>();
    circumstances.callerAccount().ifPresent(account -> context.put("callerAccount", account));
    circumstances.engine().ifPresent(engine -> context.put("engine", engine.name()));
    if (!circumstances.answers().isEmpty()) {
      List<Map<String, Object>> answers =
          circumstances.answers().stream().map(Envelopes::answer).toList();
      context.put("answers", answers);
    }
    return context;
  }

  private static Map<String, Object> answer(Circumstances.Answer answer) {
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("operation", answer.operation());
    labels.put("request", Trees.raw(answer.request()));
    labels.put("response", Trees.raw(answer.response()));
    return labels;
  }
}

package io.github.cleanroomscontract.jqwik;

import io.github.cleanroomscontract.generation.GeneratedCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.SampleReportingFormat;

/** Shows generated payloads where jqwik reports samples; found as a service. */
public final class PayloadFormat implements SampleReportingFormat {

  /** Creates the format; jqwik does. */
  public PayloadFormat() {}

  @Override
  public boolean appliesTo(Object value) {
    return value instanceof GeneratedCase;
  }

  @Override
  public Object report(Object value) {
    GeneratedCase each = (GeneratedCase) value;
    Map<Object, Object> report = new LinkedHashMap<>();
    each.rule()
        .ifPresent(
            rule -> {
              report.put(SampleReportingFormat.plainLabel("breaks"), rule);
              report.put(SampleReportingFormat.plainLabel("at"), each.pointer().orElse(""));
              report.put(SampleReportingFormat.plainLabel("change"), each.change());
            });
    report.put(
        SampleReportingFormat.plainLabel("payload"),
        SampleReportingFormat.plainLabel(each.payload()));
    return report;
  }

  @Override
  public Optional<String> label(Object value) {
    return Optional.of(value + " ");
  }
}

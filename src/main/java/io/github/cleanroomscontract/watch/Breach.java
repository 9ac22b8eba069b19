package io.github.cleanroomscontract.watch;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import java.util.List;

/**
 * A message of a call that breaks the contract.
 *
 * @param call the call
 * @param report what was found in the message
 * @param findings the findings of it that count
 */
public record Breach(Call call, Report report, List<Finding> findings) {

  /** Keeps an unmodifiable copy of the findings. */
  public Breach {
    findings = List.copyOf(findings);
  }

  /** Returns whether it is the request. */
  public boolean inRequest() {
    return report == call.requestReport();
  }
}

package io.github.cleanroomscontract.report;

import java.util.List;

/** Several outputs as one. */
public final class Outputs implements Output {

  private final List<Output> all;

  /** Creates an output that hands everything to all of these, in their order. */
  public Outputs(List<? extends Output> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void message(Entry entry) {
    all.forEach(output -> output.message(entry));
  }

  @Override
  public void end(Summary summary) {
    all.forEach(output -> output.end(summary));
  }
}

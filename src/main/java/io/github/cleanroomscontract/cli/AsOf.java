package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** The option that asks for the contract of an earlier day. */
final class AsOf {

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Choices.Day.class,
      description = "Show the contract of that day, such as 2025-04-30. Default: the newest.")
  private LocalDate day = Catalogue.MODEL_DATE;

  /** Returns the contract of that day. */
  Catalogue catalogue() {
    return Catalogue.asOf(day);
  }
}

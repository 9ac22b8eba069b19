package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.capture.CaptureFormat;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.replay.Effect;
import io.github.cleanroomscontract.report.Format;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options with a few choices: how they are written, completed, and refused. */
abstract class Choices<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

  private final E[] values;
  private final Function<E, String> label;

  Choices(E[] values, Function<E, String> label) {
    this.values = values;
    this.label = label;
  }

  @Override
  public E convert(String text) {
    for (E value : values) {
      if (label.apply(value).equalsIgnoreCase(text)) {
        return value;
      }
    }
    List<String> labels = labels();
    String hint = Nearest.to(text, labels).map(near -> "; did you mean " + near + "?").orElse("");
    throw new TypeConversionException(
        "\"" + text + "\" is none of " + String.join(", ", labels) + hint);
  }

  @Override
  public Iterator<String> iterator() {
    return labels().iterator();
  }

  private List<String> labels() {
    return Arrays.stream(values).map(label).toList();
  }

  /** The formats of results. */
  static final class Formats extends Choices<Format> {
    Formats() {
      super(Format.values(), Format::label);
    }
  }

  /** The forms of captures. */
  static final class CaptureFormats extends Choices<CaptureFormat> {
    CaptureFormats() {
      super(CaptureFormat.values(), CaptureFormat::label);
    }
  }

  /** The formats of change pages. */
  static final class ChangeFormats extends Choices<ChangesCommand.Format> {
    ChangeFormats() {
      super(ChangesCommand.Format.values(), format -> format.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The formats of the list of rules. */
  static final class RuleFormats extends Choices<RulesCommand.Format> {
    RuleFormats() {
      super(RulesCommand.Format.values(), format -> format.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The kinds of rules. */
  static final class RuleKinds extends Choices<Rule.Kind> {
    RuleKinds() {
      super(Rule.Kind.values(), kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /** The formats of a comparison with an SDK. */
  static final class DriftFormats extends Choices<DriftCommand.Format> {
    DriftFormats() {
      super(DriftCommand.Format.values(), format -> format.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The formats of coverage. */
  static final class CoverageFormats extends Choices<CoverageCommand.Format> {
    CoverageFormats() {
      super(CoverageCommand.Format.values(), format -> format.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The formats of calls that are served. */
  static final class CallFormats extends Choices<ServeCommand.Format> {
    CallFormats() {
      super(ServeCommand.Format.values(), format -> format.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The severities that may make a run fail. */
  static final class Severities extends Choices<Severity> {
    Severities() {
      super(new Severity[] {Severity.ERROR, Severity.DRIFT, Severity.WARNING}, Severity::label);
    }
  }

  /** What a replay may be allowed to do; reading it always is. */
  static final class Effects extends Choices<Effect> {
    Effects() {
      super(new Effect[] {Effect.WRITE, Effect.DELETE, Effect.COMPUTE}, Effect::label);
    }
  }

  /** The policies on what is unknown. */
  static final class Policies extends Choices<UnknownPolicy> {
    Policies() {
      super(UnknownPolicy.values(), policy -> policy.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The analytics engines, as the API writes them. */
  static final class Engines extends Choices<AnalyticsEngine> {
    Engines() {
      super(AnalyticsEngine.values(), AnalyticsEngine::name);
    }
  }

  /** A day of the contract's history. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        LocalDate day = LocalDate.parse(text);
        Catalogue.asOf(day);
        return day;
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("\"" + text + "\" is not a day such as 2025-04-30");
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}

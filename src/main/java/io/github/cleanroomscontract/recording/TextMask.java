package io.github.cleanroomscontract.recording;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces texts. Nothing is kept but what the contract itself names: everything else becomes what
 * its shape takes just as well, or refuses just as well.
 */
final class TextMask {

  private static final Set<String> SQL =
      Set.of(
          "AnalysisTemplateText",
          "PopulationAnalysisSqlParametersQueryStringString",
          "ProtectedQuerySQLParametersQueryStringString");

  private static final Set<String> VALUES =
      Set.of("JobParameterValue", "ParameterValue", "SparkPropertyValue", "TagValue");

  private static final Set<String> TYPES =
      Set.of("ColumnTypeString", "IntermediateTableColumnTypeString");

  private static final Set<String> PATHS = Set.of("KeyPrefix", "S3LocationKeyString");

  /** What stands in place of an ARN, and means any. */
  private static final Set<String> WILDCARDS = Set.of("ANY_JOB", "ANY_QUERY");

  private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  private static final Pattern EXPRESSION = Pattern.compile("(COUNT|SUM|AVG|STDDEV)\\((.*)\\)");

  /** What names of tables look like, although names of other things may be freer. */
  private static final Pattern TABLE_NAME =
      Pattern.compile("[a-zA-Z0-9_](?:[a-zA-Z0-9_ ]+(?:-[a-zA-Z0-9_ ]+)*)?");

  private static final String RESERVED_TAG = "aws:";
  private static final String S3 = "s3://";

  private final Aliases aliases = new Aliases();
  private final WordMask words = new WordMask(aliases);
  private final ArnMask arns = new ArnMask(words);
  private final SqlMask sql = new SqlMask(words);
  private final ValueMask values = new ValueMask(words);
  private final TypeMask types = new TypeMask(words);

  /** Returns what stands for a text of which the contract knows nothing. */
  String unknown(String text) {
    return text.isBlank() ? text : byContent(text).orElseGet(() -> words.word(text));
  }

  /** Returns what stands for a text at a shape; what is blank tells nothing. */
  String masked(String text, Shape shape) {
    if (text.isBlank() || isOfContract(text, shape)) {
      return text;
    }
    String likely = likely(text, shape);
    return candidates(text, likely, shape)
        .filter(each -> Likeness.of(shape, text).equals(Likeness.of(shape, each)))
        .findFirst()
        .orElse(likely);
  }

  private static boolean isOfContract(String text, Shape shape) {
    return switch (shape.kind()) {
      case ENUM -> shape.enumValues().stream().anyMatch(each -> each.value().equals(text));
      case NUMBER -> NO_NUMBERS.contains(text);
      default -> shape.name().endsWith("QueryWildcard") && WILDCARDS.contains(text);
    };
  }

  private Stream<String> candidates(String text, String likely, Shape shape) {
    List<String> names =
        shape.name().equals("DisplayName") && !TABLE_NAME.matcher(text).matches()
            ? List.of(likely + ".", likely)
            : List.of(likely);
    String skeleton = ArnMask.isArn(text) ? arns.skeleton(text) : Skeleton.of(text);
    return Stream.concat(
        names.stream(), Stream.of(WordMask.padded(likely, text), skeleton, Skeleton.of(text)));
  }

  private String likely(String text, Shape shape) {
    return SQL.contains(shape.name())
        ? sql.masked(text)
        : byContent(text).orElseGet(() -> byShape(text, shape));
  }

  private Optional<String> byContent(String text) {
    if (ArnMask.isArn(text)) {
      return Optional.of(arns.masked(text));
    }
    return text.startsWith(S3)
        ? Optional.of(S3 + words.path(text.substring(S3.length())))
        : Optional.empty();
  }

  private String byShape(String text, Shape shape) {
    String name = shape.name();
    if (VALUES.contains(name)) {
      return values.masked(text);
    }
    if (TYPES.contains(name)) {
      return types.masked(text);
    }
    if (PATHS.contains(name)) {
      return words.path(text);
    }
    if (name.equals("TagKey") && text.startsWith(RESERVED_TAG)) {
      return RESERVED_TAG + words.word(text.substring(RESERVED_TAG.length()));
    }
    Matcher expression = EXPRESSION.matcher(text);
    if (name.equals("DifferentialPrivacyAggregationExpression") && expression.matches()) {
      String column = expression.group(2);
      return expression.group(1) + "(" + (column.equals("*") ? column : words.word(column)) + ")";
    }
    return words.word(text);
  }
}

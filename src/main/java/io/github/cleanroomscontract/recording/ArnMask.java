package io.github.cleanroomscontract.recording;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Replaces what ARNs name, and leaves what they are ARNs of. */
final class ArnMask {

  private static final Pattern PARTITION = Pattern.compile("aws(?:-cn|-us-gov)?");

  private static final Set<String> SERVICES =
      Set.of(
          "athena",
          "cleanrooms",
          "cleanrooms-ml",
          "entityresolution",
          "glue",
          "iam",
          "kms",
          "s3",
          "secretsmanager");

  private static final Pattern REGION =
      Pattern.compile(
          "(?:af|ap|ca|cn|eu|il|me|mx|sa|us|us-gov)"
              + "-(?:central|(?:north|south)?(?:east|west)|north|south)-[1-9]");

  private static final Set<String> KINDS =
      Set.of(
          "*",
          "analysistemplate",
          "collaboration",
          "configured-audience-model",
          "configured-model-algorithm-association",
          "configuredaudiencemodelassociation",
          "configuredtable",
          "configuredtableassociation",
          "idmappingtable",
          "idmappingworkflow",
          "idnamespace",
          "idnamespaceassociation",
          "intermediatetable",
          "key",
          "membership",
          "privacybudgettemplate",
          "role",
          "secret");

  private static final Pattern SEGMENT = Pattern.compile("[^/:]+");
  private static final int PARTS = 6;

  private final WordMask words;

  ArnMask(WordMask words) {
    this.words = words;
  }

  /** Returns whether a text is made like an ARN. */
  static boolean isArn(String text) {
    return text.startsWith("arn:") && text.split(":", PARTS).length == PARTS;
  }

  /** Returns the ARN with what it names replaced. */
  String masked(String arn) {
    return masked(arn, words::word);
  }

  /** Returns the ARN with x and 0 for what it names, just as long. */
  String skeleton(String arn) {
    return masked(arn, Skeleton::of);
  }

  private static String masked(String arn, UnaryOperator<String> word) {
    String[] parts = arn.split(":", PARTS);
    parts[1] = PARTITION.matcher(parts[1]).matches() ? parts[1] : word.apply(parts[1]);
    parts[2] = SERVICES.contains(parts[2]) ? parts[2] : word.apply(parts[2]);
    parts[3] = REGION.matcher(parts[3]).matches() ? parts[3] : part(parts[3], word);
    parts[4] = part(parts[4], word);
    parts[5] = SEGMENT.matcher(parts[5]).replaceAll(found -> segment(found.group(), word));
    return String.join(":", parts);
  }

  private static String part(String part, UnaryOperator<String> word) {
    return part.isEmpty() || part.equals("*") ? part : word.apply(part);
  }

  /** Aliases are no shorter than what they stand for, so that ARNs stay about as long. */
  private static String segment(String text, UnaryOperator<String> word) {
    return KINDS.contains(text) ? text : WordMask.padded(word.apply(text), text);
  }
}

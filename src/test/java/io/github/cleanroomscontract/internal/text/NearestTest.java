package io.github.cleanroomscontract.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "membershipIdentifier, membershpIdentifier, a letter too few",
    "membershipIdentifier, membershippIdentifier, a letter too many",
    "membershipIdentifier, memburshipIdentifier, a wrong letter",
    "membershipIdentifier, membreshipIdentifier, two letters swapped",
    "membershipIdentifier, membrshpIdentifer, three letters missing",
    "accountId, AccountId, another case",
    "accountId, account_id, another style",
    "accountId, account-id, another style",
    "TIMED_OUT, timed out, another style",
    "SUCCESS, SUCESS, a letter too few",
  })
  void typos(String known, String typo, String kind) {
    assertThat(Nearest.to(typo, List.of("somethingElse", known, "whatever")))
        .as(kind)
        .contains(known);
  }

  @ParameterizedTest
  @CsvSource({
    // At most 3 edits.
    "membershipIdentifier, mmbrshpIdentifer",
    // At most one edit for each four letters.
    "abcdefgh, abcdeXYZ",
    "abcdefg, abcdeXY",
    // No swap, though one letter is where the other should be.
    "abcd, abxc",
    "abcd, abdx",
    "s3, xx",
    "accountId, nothingLikeIt",
  })
  void tooFar(String known, String name) {
    assertThat(Nearest.to(name, List.of(known))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"abcdefgh, abcdefXY", "abcdefg, abcdefX", "s3, s4", "s3, s"})
  void justNearEnough(String known, String name) {
    assertThat(Nearest.to(name, List.of(known))).contains(known);
  }

  @Test
  void aSwapIsOneEdit() {
    assertThat(Nearest.to("abdc", List.of("abcd"))).contains("abcd");
    assertThat(Nearest.to("abyx", List.of("abcd"))).isEmpty();
  }

  @Test
  void theNearestOfSeveral() {
    assertThat(Nearest.to("CANCELED", List.of("CANCELLING", "CANCELLED", "FAILED")))
        .contains("CANCELLED");
    assertThat(Nearest.to("CANCELED", List.of("CANCELLED", "CANCELLING"))).contains("CANCELLED");
  }

  @Test
  void noneOfTwoThatAreAsNear() {
    assertThat(Nearest.to("CR.2X", List.of("CR.1X", "CR.4X"))).isEmpty();
    // Unless a third is nearer.
    assertThat(Nearest.to("CR.2X", List.of("CR.1X", "CR.4X", "cr.2x"))).contains("cr.2x");
  }

  @ParameterizedTest
  @CsvSource({
    "PYSPARK, PYSPARK_1_0",
    "query, queryString",
    "outputConfig, outputConfiguration",
    "string, queryString",
    "theQueryString, queryString",
    "queryStringText, queryString",
    "arn, analysisTemplateArn",
    "arnOfTheTemplate, arn",
  })
  void aLongerOrShorterName(String name, String known) {
    assertThat(Nearest.to(name, List.of(known, "parameters"))).contains(known);
  }

  @Test
  void aPartOfSeveralNames() {
    assertThat(Nearest.to("query", List.of("queryString", "queryConstraint"))).isEmpty();
  }

  @Test
  void aPartThatIsTooShortToTell() {
    assertThat(Nearest.to("qu", List.of("queryString"))).isEmpty();
    assertThat(Nearest.to("identifier", List.of("id"))).isEmpty();
  }

  @Test
  void nothingToChooseFrom() {
    assertThat(Nearest.to("accountId", List.of())).isEmpty();
    assertThat(Nearest.to("", List.of("accountId"))).isEmpty();
  }

  @Test
  void namesTooLongToBeTypos() {
    String known = "x".repeat(100);

    assertThat(Nearest.to(known, List.of(known))).contains(known);
    assertThat(Nearest.to(known + "x", List.of(known))).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "accountId, AccountId, true",
    "accountId, account_id, true",
    "TIMED_OUT, Timed-Out, true",
    "accountId, accountIds, false",
    "accountId, acountId, false",
  })
  void theSameLetters(String name, String other, boolean same) {
    assertThat(Nearest.sameLetters(name, other)).isEqualTo(same);
  }

  /** Held against what takes no short cuts. */
  @Test
  void findsWhatComparingAllInFullFinds() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      String name = word(random);
      List<String> known = Stream.generate(() -> near(name, random)).limit(5).distinct().toList();
      assertThat(Nearest.to(name, known)).as("%s of %s", name, known).isEqualTo(plain(name, known));
    }
  }

  private static String word(Random random) {
    return random
        .ints(3 + random.nextInt(12), 0, 6)
        .mapToObj(i -> "abcDE_".substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static String near(String name, Random random) {
    StringBuilder text = new StringBuilder(name);
    for (int edits = random.nextInt(6); edits > 0 && text.length() > 3; edits--) {
      int at = random.nextInt(text.length() - 1);
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, "x");
        case 2 -> text.setCharAt(at, 'y');
        default -> text.insert(at, text.charAt(at + 1)).deleteCharAt(at + 2);
      }
    }
    return text.toString();
  }

  private static Optional<String> plain(String name, List<String> known) {
    String folded = folded(name);
    List<String> near =
        known.stream()
            .filter(each -> edits(folded, folded(each)) <= most(folded))
            .sorted(Comparator.comparingInt(each -> edits(folded, folded(each))))
            .toList();
    boolean one =
        near.size() == 1
            || near.size() > 1
                && edits(folded, folded(near.get(0))) < edits(folded, folded(near.get(1)));
    if (one) {
      return Optional.of(near.get(0));
    }
    List<String> extended =
        known.stream()
            .filter(each -> folded.length() >= 3 && extended(folded, folded(each)))
            .toList();
    return extended.size() == 1 ? Optional.of(extended.get(0)) : Optional.empty();
  }

  private static boolean extended(String a, String b) {
    return b.startsWith(a)
        || b.endsWith(a)
        || b.length() >= 3 && (a.startsWith(b) || a.endsWith(b));
  }

  private static int most(String folded) {
    return Math.min(3, Math.max(1, folded.length() / 4));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  private static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        edits[i][j] =
            Math.min(edits[i - 1][j - 1] + same, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}

package io.github.cleanroomscontract.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.replay.Step;
import io.github.cleanroomscontract.stub.ContractStub;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class PagesTest {

  /** Returns what comes of a walk in which each page of one list is made by its number. */
  private static StubSession walked(Discovery discovery, IntFunction<String> page) {
    StubSession session =
        new StubSession(ContractStub.create()) {
          @Override
          Optional<String> answer(Step step) {
            boolean paged = step.operation().equals("ListConfiguredTables");
            return paged ? Optional.of(page.apply(pages(this).size())) : Optional.of("{}");
          }
        };
    discovery.travel(session);
    return session;
  }

  private static List<String> pages(StubSession session) {
    return session.calls.stream()
        .filter(step -> step.operation().equals("ListConfiguredTables"))
        .map(Step::input)
        .toList();
  }

  private static String page(int number, String more) {
    return """
        {"configuredTableSummaries":[{"id":"6a3e2c1e-52b6-4f0a-9d6e-00000000000%d"}]%s}
        """
        .formatted(number, more);
  }

  private static String token(String token) {
    return ",\"nextToken\":\"" + token + "\"";
  }

  @Test
  void pagesAreFollowedToTheLast() {
    StubSession session =
        walked(Discovery.create(), page -> page(page, page < 3 ? token("t" + page) : ""));

    assertThat(pages(session))
        .containsExactly("{}", "{\"nextToken\":\"t1\"}", "{\"nextToken\":\"t2\"}");
    assertThat(session.calls)
        .extracting(Step::operation)
        .filteredOn("GetConfiguredTable"::equals)
        .hasSize(3);
    assertThat(session.notes).isEmpty();
    assertThat(session.skipped).doesNotContainKey("ListConfiguredTables");
  }

  @Test
  void noMorePagesAreLookedAtThanIsSaid() {
    StubSession session =
        walked(Discovery.create().pages(2), page -> page(page, token("t" + page)));

    assertThat(pages(session)).hasSize(2);
    assertThat(session.skipped)
        .containsEntry(
            "ListConfiguredTables", "there are more pages than the 2 that are looked at");
    assertThat(session.notes).isEmpty();
    assertThatThrownBy(() -> Discovery.create().pages(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenThatComesAgainBreaksTheContract() {
    StubSession session =
        walked(Discovery.create().pages(1000), page -> page(page, token("t" + page % 2)));

    assertThat(pages(session)).hasSize(3);
    assertThat(session.notes)
        .containsExactly(
            "ListConfiguredTables violates: page 3 tells a nextToken that was told before:"
                + " the list would never end");
    assertThat(session.skipped).doesNotContainKey("ListConfiguredTables");
  }

  @Test
  void aPageThatComesAgainBreaksTheContract() {
    StubSession session =
        walked(Discovery.create().pages(1000), page -> page(1, token("t" + page)));

    assertThat(pages(session)).hasSize(2);
    assertThat(session.notes)
        .containsExactly("ListConfiguredTables violates: page 2 is page 1 again");
  }

  @Test
  void emptyPagesMayFollowEachOther() {
    StubSession session =
        walked(
            Discovery.create(),
            page ->
                "{\"configuredTableSummaries\":[]%s}".formatted(page < 3 ? token("t" + page) : ""));

    assertThat(pages(session)).hasSize(3);
    assertThat(session.notes).isEmpty();
  }

  @Test
  void aPageThatFailsEndsTheList() {
    StubSession session =
        walked(Discovery.create(), page -> page == 1 ? page(1, token("t1")) : "no JSON");

    assertThat(pages(session)).hasSize(2);
    assertThat(session.calls).extracting(Step::operation).contains("GetConfiguredTable");
  }
}

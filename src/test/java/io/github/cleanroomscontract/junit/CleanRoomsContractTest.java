package io.github.cleanroomscontract.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.awssdk.StubClients;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.watch.ContractWatch;
import io.github.cleanroomscontract.watch.FindingFilter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsAsyncClient;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.CleanRoomsException;

/** What the annotation and the extension do to tests, seen from outside. */
class CleanRoomsContractTest {

  private static final String MEMBERSHIP = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private static EngineExecutionResults run(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(type))
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
        .execute();
  }

  /** Returns what went wrong: display name or class, and the first line of the message. */
  private static List<String> failures(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .map(
            event ->
                event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow())
        .map(thrown -> thrown.getMessage().lines().findFirst().orElse(""))
        .toList();
  }

  private static String failure(EngineExecutionResults results) {
    List<Event> failed = results.allEvents().failed().stream().toList();
    assertThat(failed).hasSize(1);
    return failed
        .get(0)
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }

  /** Asks for what no membership is called. */
  private static void breakContract(CleanRoomsClient client) {
    try {
      client.getMembership(request -> request.membershipIdentifier("not-an-id"));
    } catch (CleanRoomsException e) {
      // The stand-in refuses it, as the service would; the code under test does not mind.
    }
  }

  private static void keepContract(CleanRoomsClient client) {
    client.getMembership(request -> request.membershipIdentifier(MEMBERSHIP));
  }

  @CleanRoomsContract
  static class Keeping {
    @Test
    void keeps(CleanRoomsClient client, ContractStub stub, ContractWatch watch) {
      keepContract(client);
      assertThat(stub.calls("GetMembership")).hasSize(1);
      assertThat(watch.calls("GetMembership")).hasSize(1);
    }

    @Test
    void keepsAlone(CleanRoomsAsyncClient client, ContractStub stub) {
      client.getMembership(request -> request.membershipIdentifier(MEMBERSHIP)).join();
      assertThat(stub.calls()).hasSize(1);
    }
  }

  @Test
  void testsThatKeepTheContractPass() {
    run(Keeping.class).testEvents().assertStatistics(all -> all.succeeded(2).failed(0));
  }

  @CleanRoomsContract
  static class Breaking {
    @Test
    void breaks(CleanRoomsClient client) {
      breakContract(client);
    }
  }

  @Test
  void aTestThatBreaksItFailsAndShowsTheCall() {
    assertThat(failure(run(Breaking.class)))
        .matches(
            "(?s)CleanRoomsContractTest[.]Breaking[.]breaks: the contract of GetMembership was"
                + " broken\n"
                + "  request  GET /memberships/…   from CleanRoomsContractTest[.]java:[0-9]+\n"
                + "    error pattern at /membershipIdentifier\n"
                + "      GetMembership request: MembershipIdentifier matches .*; found"
                + " \"not-an-id\"\n"
                + "      1 │ [{]\"membershipIdentifier\":\"not-an-id\"[}]\n"
                + "        │                         \\^{11}.*");
  }

  static class OwnClient {
    @Test
    @CleanRoomsContract
    void makesIt() {
      try (CleanRoomsClient client = StubClients.sync(ContractStub.create(), Optional.empty())) {
        breakContract(client);
      }
    }

    @Test
    void isNotWatched() {
      try (CleanRoomsClient client = StubClients.sync(ContractStub.create(), Optional.empty())) {
        breakContract(client);
      }
    }
  }

  @Test
  void clientsOfTheCodeItselfAreSeenWhereTheAnnotationIs() {
    assertThat(failures(run(OwnClient.class)))
        .containsExactly(
            "CleanRoomsContractTest.OwnClient.makesIt: the contract of GetMembership was broken");
  }

  @CleanRoomsContract
  static class Kinds {
    @Nested
    class Inner {
      @Test
      void inNested(CleanRoomsClient client) {
        breakContract(client);
      }
    }

    @RepeatedTest(2)
    void repeated(CleanRoomsClient client) {
      breakContract(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", MEMBERSHIP})
    void parameterised(String id, CleanRoomsClient client) {
      try {
        client.getMembership(request -> request.membershipIdentifier(id));
      } catch (CleanRoomsException e) {
        assertThat(id).isEqualTo("not-an-id");
      }
    }

    @TestFactory
    Stream<DynamicTest> dynamic(CleanRoomsClient client) {
      return Stream.of(
          DynamicTest.dynamicTest("breaks", () -> breakContract(client)),
          DynamicTest.dynamicTest("keeps", () -> keepContract(client)));
    }
  }

  @Test
  void nestedRepeatedParameterisedAndDynamicTestsWork() {
    assertThat(failures(run(Kinds.class)))
        .containsExactlyInAnyOrder(
            "CleanRoomsContractTest.Kinds.Inner.inNested: the contract of GetMembership was broken",
            "CleanRoomsContractTest.Kinds.repeated (repetition 1 of 2): the contract of"
                + " GetMembership was broken",
            "CleanRoomsContractTest.Kinds.repeated (repetition 2 of 2): the contract of"
                + " GetMembership was broken",
            "CleanRoomsContractTest.Kinds.parameterised ([1] not-an-id): the contract of"
                + " GetMembership was broken",
            "CleanRoomsContractTest.Kinds.dynamic: the contract of GetMembership was broken");
  }

  @CleanRoomsContract
  static class Around {
    private static CleanRoomsClient shared;
    private static ContractStub stub;

    @BeforeAll
    static void before(CleanRoomsClient client, ContractStub ofClass) {
      shared = client;
      stub = ofClass;
    }

    @BeforeEach
    void beforeEach() {
      keepContract(shared);
    }

    @Test
    void breaksWithTheClientOfTheClass() {
      breakContract(shared);
    }

    @Test
    void keepsWithTheClientOfTheClass(ContractStub same) {
      keepContract(shared);
      assertThat(same).isSameAs(stub);
    }

    @AfterAll
    static void after() {
      breakContract(shared);
    }
  }

  @Test
  void callsAroundTestsAreSeenAndThoseOfASharedClientAreTheTests() {
    assertThat(failures(run(Around.class)))
        .containsExactlyInAnyOrder(
            "CleanRoomsContractTest.Around.breaksWithTheClientOfTheClass: the contract of"
                + " GetMembership was broken",
            "CleanRoomsContractTest.Around: the contract of GetMembership was broken");
  }

  @CleanRoomsContract
  static class Expecting {
    @Test
    @ExpectFinding(rule = "pattern", at = "/membershipIdentifier")
    void comes(CleanRoomsClient client) {
      breakContract(client);
    }

    @Test
    @ExpectFinding(rule = "union.multiple", operation = "StartProtectedQuery")
    void doesNotCome(CleanRoomsClient client) {
      keepContract(client);
    }

    @Test
    @ExpectFinding(rule = "pattern", at = "/other")
    void comesElsewhere(CleanRoomsClient client) {
      breakContract(client);
    }

    @Test
    @ExemptFinding(rule = "pattern", reason = "the service takes other ids, too")
    void isExempt(CleanRoomsClient client) {
      assertThat(client.getMembership(get -> get.membershipIdentifier("not-an-id")).membership())
          .isNotNull();
    }
  }

  @Test
  void whatIsExpectedHasToComeAndWhatIsExemptMay() {
    EngineExecutionResults results = run(Expecting.class);
    assertThat(failures(results))
        .containsExactlyInAnyOrder(
            "CleanRoomsContractTest.Expecting.doesNotCome: the contract was not broken as expected",
            "CleanRoomsContractTest.Expecting.comesElsewhere: the contract of GetMembership was"
                + " broken");
    results.testEvents().assertStatistics(all -> all.succeeded(2));
  }

  @CleanRoomsContract
  @ExpectFinding(rule = "pattern")
  static class ExpectingOfAll {
    @Test
    void comes(CleanRoomsClient client) {
      breakContract(client);
    }

    @Test
    void doesNotCome(CleanRoomsClient client) {
      keepContract(client);
    }
  }

  @CleanRoomsContract
  @ExpectFinding(rule = "pattern")
  static class ExpectingAround {
    @Test
    void comes(CleanRoomsClient client) {
      breakContract(client);
    }

    @AfterAll
    static void comesHereToo(CleanRoomsClient client) {
      breakContract(client);
    }
  }

  @Test
  void whatIsExpectedOnAClassIsExpectedOfItsTestsAndMayComeAroundThem() {
    assertThat(failures(run(ExpectingAround.class))).isEmpty();
    assertThat(failures(run(ExpectingOfAll.class)))
        .containsExactly(
            "CleanRoomsContractTest.ExpectingOfAll.doesNotCome: the contract was not broken as"
                + " expected");
  }

  static class ByHand {
    @RegisterExtension
    static final CleanRoomsContractExtension CONTRACT =
        CleanRoomsContractExtension.builder()
            .failOn(Severity.ERROR)
            .exempt(FindingFilter.of("pattern", "/membershipIdentifier"), "for the test")
            .build();

    @Test
    void isExempt(CleanRoomsClient client) {
      breakContract(client);
    }

    @Test
    void breaks(CleanRoomsClient client) {
      try {
        client.listMemberships(request -> request.maxResults(0));
      } catch (CleanRoomsException e) {
        assertThat(e.statusCode()).isEqualTo(400);
      }
    }
  }

  @Test
  void itCanBeRegisteredByHand() {
    assertThat(failures(run(ByHand.class)))
        .containsExactly(
            "CleanRoomsContractTest.ByHand.breaks: the contract of ListMemberships was broken");
  }

  @CleanRoomsContract(asOf = "2023-01-12")
  static class Earlier {
    @Test
    void isTooEarly(CleanRoomsClient client) {
      try {
        client.listProtectedJobs(request -> request.membershipIdentifier(MEMBERSHIP));
      } catch (CleanRoomsException e) {
        assertThat(e.statusCode()).isEqualTo(404);
      }
    }
  }

  @Test
  void theContractOfAnEarlierDayCounts() {
    assertThat(failure(run(Earlier.class)))
        .contains("release.operation")
        .contains("ListProtectedJobs exists since 2025-");
  }

  @CleanRoomsContract
  static class Failing {
    @Test
    void fails(CleanRoomsClient client) {
      breakContract(client);
      throw new IllegalStateException("of its own");
    }
  }

  @Test
  void aTestThatFailsAnywayTellsBoth() {
    Throwable thrown =
        run(Failing.class).testEvents().failed().stream()
            .map(event -> event.getRequiredPayload(TestExecutionResult.class))
            .map(result -> result.getThrowable().orElseThrow())
            .findFirst()
            .orElseThrow();
    assertThat(thrown).hasMessage("of its own");
    assertThat(thrown.getSuppressed())
        .singleElement()
        .asString()
        .contains("the contract of GetMembership was broken");
  }

  @CleanRoomsContract
  static class SeparateThread {
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void breaks() {
      try (CleanRoomsClient client = StubClients.sync(ContractStub.create(), Optional.empty())) {
        breakContract(client);
      }
    }
  }

  @Test
  void aTestMayRunInAThreadOfItsOwn() {
    assertThat(failures(run(SeparateThread.class))).hasSize(1);
  }

  @CleanRoomsContract(asOf = "last week")
  static class Unparsable {
    @Test
    void cannotRun(CleanRoomsClient client) {
      keepContract(client);
    }
  }

  @CleanRoomsContract
  static class Misspelt {
    @Test
    @ExpectFinding(rule = "union.multipel")
    void cannotRun(CleanRoomsClient client) {
      breakContract(client);
    }
  }

  @CleanRoomsContract
  static class Twice {
    @RegisterExtension
    final CleanRoomsContractExtension contract = CleanRoomsContractExtension.builder().build();

    @Test
    void cannotRun(CleanRoomsClient client) {
      keepContract(client);
    }
  }

  @Test
  void whatCannotBeFollowedIsSaid() {
    assertThat(failures(run(Unparsable.class)))
        .containsExactly(
            "CleanRoomsContractTest.Unparsable: @CleanRoomsContract cannot be followed: asOf:"
                + " \"last week\" is no day such as 2025-04-30");
    assertThat(failures(run(Misspelt.class)))
        .containsExactly(
            "CleanRoomsContractTest.Misspelt.cannotRun: @CleanRoomsContract cannot be followed:"
                + " there is no rule \"union.multipel\"; did you mean \"union.multiple\"?");
    assertThat(failures(run(Twice.class))).singleElement().asString().contains("registered twice");
  }
}

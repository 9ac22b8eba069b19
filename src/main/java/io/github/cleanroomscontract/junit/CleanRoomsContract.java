package io.github.cleanroomscontract.junit;

import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.stub.UnknownResources;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks every Clean Rooms call that a test makes, request and answer, against the contract: on a
 * class for all its tests, nested ones included, or on a method, whose own goes before its class's.
 * A test whose calls break the contract fails, and shows them.
 *
 * <pre>{@code
 * @CleanRoomsContract(callerAccount = "111122223333")
 * class NightlyReportTest {
 *
 *   @Test
 *   void runsTheReportQuery(CleanRoomsClient client, ContractStub stub) {
 *     new NightlyReport(client).run();
 *     assertThat(stub.calls("StartProtectedQuery")).hasSize(1);
 *   }
 * }
 * }</pre>
 *
 * <p>Tests are given, as parameters without annotations, what they ask for: a {@code
 * CleanRoomsClient} or {@code CleanRoomsAsyncClient} of the SDK that a stand-in answers, that
 * {@link io.github.cleanroomscontract.stub.ContractStub ContractStub} itself, the same over HTTP as
 * a {@link io.github.cleanroomscontract.stub.StubServer StubServer}, and the {@link
 * io.github.cleanroomscontract.watch.ContractWatch ContractWatch} with the calls. Each test has a
 * stand-in of its own, unless it is asked for by a constructor or by what runs before all tests:
 * then it is that of the class. Clients that the code makes itself are seen as well, whatever
 * service answers them.
 *
 * <p>When tests run in parallel, calls are told apart by the thread of the test and by the injected
 * clients. A call that neither tells, because the code under test makes it on a thread of its own
 * with a client that several tests share, fails all tests that it may belong to if it breaks the
 * contract, and says so.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(CleanRoomsContractExtension.class)
public @interface CleanRoomsContract {

  /** The day whose contract is checked against, such as {@code 2025-04-30}; the newest if empty. */
  String asOf() default "";

  /** The least severity that fails a test. */
  Severity failOn() default Severity.DRIFT;

  /** How members, enum values and variants count that the contract does not have. */
  UnknownPolicy unknown() default UnknownPolicy.ERROR;

  /** Whether to leave out the rules that are documented beyond the published model. */
  boolean modelOnly() default false;

  /** The account that makes the calls, 12 digits; some rules need it. */
  String callerAccount() default "";

  /** The analytics engine of the collaboration; some rules need it. One at most. */
  AnalyticsEngine[] engine() default {};

  /**
   * Files or folders of captured answers, such as {@code GetCollaboration.response.json}, that some
   * rules need; relative to the project's folder.
   */
  String[] context() default {};

  /** Whether failures may show query texts, parameters, and other sensitive values. */
  boolean showSensitive() default false;

  /** What the stand-in does about resources that no call has made. */
  UnknownResources unknownResources() default UnknownResources.ADOPT;
}

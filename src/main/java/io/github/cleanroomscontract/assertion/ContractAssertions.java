package io.github.cleanroomscontract.assertion;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.internal.pojo.SdkObjects;

/**
 * Assertions on requests, responses and errors, for whatever library the tests are written with: a
 * failure is a {@link AssertionError} that shows the findings.
 *
 * <pre>{@code
 * assertThatRequest("StartProtectedQuery", json).conforms();
 * assertThatResponse(sdkResponse).conformsAsOf("2025-04-30");
 * assertThatRequest("StartProtectedQuery", json)
 *     .onlyViolates("union.multiple")
 *     .at("/resultConfiguration/outputConfiguration");
 * }</pre>
 *
 * <p>A payload is given as a text, bytes, an {@link java.io.InputStream} (which is read to its
 * end), a {@link java.nio.file.Path}, a {@link java.util.Map} of plain values, an object, a builder
 * or an exception of the AWS SDK, or a {@link io.github.cleanroomscontract.validation.Payload}.
 * What is of no use as one is refused with an {@link IllegalArgumentException}, and so is an
 * operation or a rule that does not exist. Thread-safe.
 */
public final class ContractAssertions {

  private ContractAssertions() {}

  /**
   * Begins an assertion on the input of an operation, path and query members included.
   *
   * @param operation the operation's name
   * @param payload the input
   * @throws IllegalArgumentException if there is no such operation, or that is no payload
   */
  public static MessageAssert assertThatRequest(String operation, Object payload) {
    return MessageAssert.of(Subject.of(operation, Direction.REQUEST, payload));
  }

  /**
   * Begins an assertion on a request object of the AWS SDK, which tells its operation.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static MessageAssert assertThatRequest(Object request) {
    return MessageAssert.of(Subject.of(request, Direction.REQUEST));
  }

  /**
   * Begins an assertion on the output of an operation.
   *
   * @param operation the operation's name
   * @param payload the body
   * @throws IllegalArgumentException if there is no such operation, or that is no payload
   */
  public static MessageAssert assertThatResponse(String operation, Object payload) {
    return MessageAssert.of(Subject.of(operation, Direction.RESPONSE, payload));
  }

  /**
   * Begins an assertion on a response object of the AWS SDK, which tells its operation.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static MessageAssert assertThatResponse(Object response) {
    return MessageAssert.of(Subject.of(response, Direction.RESPONSE));
  }

  /**
   * Begins an assertion on the body of an error.
   *
   * @param operation the name of the operation that answered with it
   * @param error the error's name; one that the operation does not declare is a finding
   * @param payload the body
   * @throws IllegalArgumentException if there is no such operation, or that is no payload
   */
  public static MessageAssert assertThatError(String operation, String error, Object payload) {
    return MessageAssert.of(Subject.of(operation, Direction.ERROR, payload).named(error));
  }

  /**
   * Begins an assertion on an exception of the AWS SDK, which tells its name, and its status if it
   * came with one.
   *
   * @param operation the name of the operation that answered with it
   * @param exception the exception
   * @throws IllegalArgumentException if there is no such operation, or that is no such exception
   */
  public static MessageAssert assertThatError(String operation, Object exception) {
    if (!SdkObjects.isError(exception)) {
      throw new IllegalArgumentException(
          "only an exception of the AWS SDK tells the error's name; found "
              + Subject.kind(exception)
              + ". Give the name: assertThatError(operation, error, payload)");
    }
    return MessageAssert.of(Subject.of(operation, Direction.ERROR, exception));
  }
}

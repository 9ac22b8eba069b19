package io.github.cleanroomscontract.sdk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.CleanRoomsException;

/**
 * The SDK's real client on a network of one: it is answered what it was told to be answered, and
 * what it sent can be seen. Nothing leaves the JVM, nothing is read from the machine. Not
 * thread-safe.
 */
final class OfflineClient implements AutoCloseable {

  private static final String MODEL = "software.amazon.awssdk.services.cleanrooms.model.";

  /**
   * What the service answers.
   *
   * @param status the HTTP status
   * @param error the name of the error as its header has it; empty for none
   * @param body the body
   */
  record Answer(int status, String error, String body) {}

  private final CleanRoomsClient client =
      CleanRoomsClient.builder()
          .httpClient(new Loop())
          .region(Region.US_EAST_1)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .overrideConfiguration(
              settings ->
                  settings
                      .retryStrategy(AwsRetryStrategy.doNotRetry())
                      .defaultProfileFile(ProfileFile.aggregator().build()))
          .build();

  private Answer answer;
  private SdkHttpRequest sent;
  private String sentBody;

  /** Returns the class of the request of an operation. */
  static Class<?> request(String operation) {
    try {
      return Class.forName(MODEL + operation + "Request");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the SDK has no " + operation, e);
    }
  }

  /**
   * Calls an operation.
   *
   * @param request the SDK's request object
   * @return the SDK's response object
   * @throws CleanRoomsException if the answer is an error
   */
  SdkPojo call(String operation, Object request, Answer told) {
    answer = told;
    String method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
    try {
      return (SdkPojo)
          CleanRoomsClient.class.getMethod(method, request.getClass()).invoke(client, request);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the client has no " + method, e);
    }
  }

  /** Returns the last request that was sent. */
  SdkHttpRequest sent() {
    return sent;
  }

  /** Returns the body of the last request that was sent; empty if it has none. */
  String sentBody() {
    return sentBody;
  }

  @Override
  public void close() {
    client.close();
  }

  private final class Loop implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          sent = request.httpRequest();
          sentBody = body(request);
          return response();
        }

        @Override
        public void abort() {
          // There is nothing to wait for.
        }
      };
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private static String body(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return "";
    }
    try (InputStream stream = request.contentStreamProvider().get().newStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpExecuteResponse response() {
    SdkHttpFullResponse.Builder head =
        SdkHttpFullResponse.builder()
            .statusCode(answer.status())
            .putHeader("Content-Type", "application/json");
    if (!answer.error().isEmpty()) {
      head.putHeader("x-amzn-ErrorType", answer.error());
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(head.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }
}

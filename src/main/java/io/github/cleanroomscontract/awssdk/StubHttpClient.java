package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.Function;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The SDK's way to a stand-in, in this process and without sockets, for synchronous clients.
 * Thread-safe.
 */
public final class StubHttpClient implements SdkHttpClient {

  private final Function<WireRequest, StubReply> service;

  /** Creates a way to a stand-in. */
  public StubHttpClient(ContractStub stub) {
    this(stub::handle);
  }

  /** Creates a way to anything that answers. */
  public StubHttpClient(Function<WireRequest, StubReply> service) {
    this.service = service;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      private volatile Thread waiting;
      private volatile boolean aborted;

      @Override
      public HttpExecuteResponse call() throws IOException {
        StubReply reply = service.apply(read(request));
        pause(reply);
        if (reply.answer().isEmpty()) {
          throw new IOException("Connection reset");
        }
        byte[] body = reply.answer().get().body();
        return HttpExecuteResponse.builder()
            .response(Wire.response(reply.answer().get()))
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      private void pause(StubReply reply) throws InterruptedIOException {
        waiting = Thread.currentThread();
        try {
          if (!aborted) {
            Thread.sleep(reply.delay().toMillis());
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("aborted");
        } finally {
          waiting = null;
        }
      }

      @Override
      public void abort() {
        aborted = true;
        Thread sleeper = waiting;
        if (sleeper != null) {
          sleeper.interrupt();
        }
      }
    };
  }

  private static WireRequest read(HttpExecuteRequest request) throws IOException {
    byte[] body = new byte[0];
    if (request.contentStreamProvider().isPresent()) {
      try (InputStream stream = request.contentStreamProvider().get().newStream()) {
        body = stream.readAllBytes();
      }
    }
    return Wire.request(request.httpRequest(), body);
  }

  @Override
  public void close() {
    // There is no connection to close.
  }

  @Override
  public String clientName() {
    return "ContractStub";
  }
}

package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubReply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/**
 * The SDK's way to a stand-in, in this process and without sockets, for asynchronous clients.
 * Answers come on threads of the common pool. Thread-safe.
 */
public final class StubAsyncHttpClient implements SdkAsyncHttpClient {

  private final Function<WireRequest, StubReply> service;

  /** Creates a way to a stand-in. */
  public StubAsyncHttpClient(ContractStub stub) {
    this(stub::handle);
  }

  /** Creates a way to anything that answers. */
  public StubAsyncHttpClient(Function<WireRequest, StubReply> service) {
    this.service = service;
  }

  @Override
  public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
    SdkAsyncHttpResponseHandler handler = request.responseHandler();
    return ByteCollector.of(request.requestContentPublisher())
        .thenApplyAsync(body -> service.apply(Wire.request(request.request(), body)))
        .thenCompose(StubAsyncHttpClient::delayed)
        .thenAccept(reply -> answer(reply, handler))
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                handler.onError(cause(failure));
              }
            });
  }

  private static CompletableFuture<StubReply> delayed(StubReply reply) {
    long millis = reply.delay().toMillis();
    return millis == 0
        ? CompletableFuture.completedFuture(reply)
        : CompletableFuture.supplyAsync(
            () -> reply,
            CompletableFuture.delayedExecutor(
                millis, TimeUnit.MILLISECONDS, ForkJoinPool.commonPool()));
  }

  private static void answer(StubReply reply, SdkAsyncHttpResponseHandler handler) {
    WireAnswer answer =
        reply
            .answer()
            .orElseThrow(() -> new CompletionException(new IOException("Connection reset")));
    handler.onHeaders(Wire.response(answer));
    handler.onStream(whole(answer.body()));
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** A body in one piece, told to whoever asks for it. */
  private static Publisher<ByteBuffer> whole(byte[] body) {
    return subscriber ->
        subscriber.onSubscribe(
            new Subscription() {
              private boolean done;

              @Override
              public void request(long count) {
                if (done) {
                  return;
                }
                done = true;
                if (count <= 0) {
                  subscriber.onError(new IllegalArgumentException("asked for " + count));
                  return;
                }
                if (body.length > 0) {
                  subscriber.onNext(ByteBuffer.wrap(body));
                }
                subscriber.onComplete();
              }

              @Override
              public void cancel() {
                done = true;
              }
            });
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

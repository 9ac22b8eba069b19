package io.github.cleanroomscontract.awssdk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Collects all bytes of a publisher. */
final class ByteCollector implements Subscriber<ByteBuffer> {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  /** Returns all that a publisher has, once it has come. */
  static CompletableFuture<byte[]> of(Publisher<ByteBuffer> publisher) {
    ByteCollector collector = new ByteCollector();
    publisher.subscribe(collector);
    return collector.whole;
  }

  /** Adds what is left in a buffer, and leaves it so. */
  static void add(ByteArrayOutputStream bytes, ByteBuffer buffer) {
    byte[] part = new byte[buffer.remaining()];
    buffer.duplicate().get(part);
    bytes.writeBytes(part);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer buffer) {
    add(bytes, buffer);
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(bytes.toByteArray());
  }
}

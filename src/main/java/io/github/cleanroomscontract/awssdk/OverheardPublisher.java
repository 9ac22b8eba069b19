package io.github.cleanroomscontract.awssdk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Passes a body on as it comes, and tells all of it to a listener before it ends. */
final class OverheardPublisher implements Publisher<ByteBuffer> {

  private final Publisher<ByteBuffer> publisher;
  private final Consumer<byte[]> listener;

  OverheardPublisher(Publisher<ByteBuffer> publisher, Consumer<byte[]> listener) {
    this.publisher = publisher;
    this.listener = listener;
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    publisher.subscribe(
        new Subscriber<>() {
          private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

          @Override
          public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer buffer) {
            ByteCollector.add(bytes, buffer);
            subscriber.onNext(buffer);
          }

          @Override
          public void onError(Throwable failure) {
            subscriber.onError(failure);
          }

          @Override
          public void onComplete() {
            listener.accept(bytes.toByteArray());
            subscriber.onComplete();
          }
        });
  }
}

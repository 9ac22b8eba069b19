package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.watch.CallObserver;
import io.github.cleanroomscontract.watch.ContractWatch;
import io.github.cleanroomscontract.watch.Watches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.ClientType;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Tells the open {@link ContractWatch} of the calls of a Clean Rooms client, synchronous or
 * asynchronous: the request as it travels, and the answer as it came. Changes nothing, and does
 * nothing while nobody watches. The SDK finds it by itself, through a resource in this jar; it may
 * be registered by hand as well, and then still sees each call once. Thread-safe.
 */
public final class ContractInterceptor implements ExecutionInterceptor {

  private static final String SERVICE = "CleanRooms";

  private static final ExecutionAttribute<CallObserver> CALL =
      new ExecutionAttribute<>("CleanRoomsContractCall");

  private final Optional<ContractWatch> own;

  /** Creates an interceptor that tells whichever watch a call belongs to. */
  public ContractInterceptor() {
    this(Optional.empty());
  }

  private ContractInterceptor(Optional<ContractWatch> own) {
    this.own = own;
  }

  /**
   * Returns an interceptor for a client that only serves what one watch is open for: its calls are
   * known to belong there, whatever thread makes them.
   */
  public static ContractInterceptor of(ContractWatch watch) {
    return new ContractInterceptor(Optional.of(watch));
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (!Watches.any()
        || !SERVICE.equals(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))) {
      return;
    }
    CallObserver known = attributes.getAttribute(CALL);
    if (known != null) {
      if (own.isEmpty()) {
        return;
      }
      // The one that the SDK found by itself knows less of whose call it is.
      known.end();
    }
    Watches.observer(own, CallSite.find())
        .ifPresent(observer -> attributes.putAttribute(CALL, observer));
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    CallObserver call = attributes.getAttribute(CALL);
    if (call != null) {
      String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
      call.sent(request(context, operation));
    }
  }

  /** Requests of this API are small, and in memory before they are sent. */
  private static WireRequest request(Context.BeforeTransmission context, String operation) {
    byte[] body =
        context
            .requestBody()
            .map(content -> read(content.contentStreamProvider().newStream()))
            .or(() -> context.asyncRequestBody().map(content -> ByteCollector.of(content).join()))
            .orElse(new byte[0]);
    return Wire.request(context.httpRequest(), operation, body);
  }

  private static byte[] read(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    CallObserver call = attributes.getAttribute(CALL);
    // Asynchronous clients come by here as well, without a body.
    boolean asynchronous =
        attributes.getAttribute(SdkExecutionAttribute.CLIENT_TYPE) == ClientType.ASYNC;
    if (call == null || asynchronous) {
      return context.responseBody();
    }
    if (context.responseBody().isEmpty()) {
      call.answered(Wire.answer(context.httpResponse(), new byte[0]));
      return Optional.empty();
    }
    // What cannot be read, the SDK says itself: nothing has come that could be judged.
    byte[] body = read(context.responseBody().get());
    call.answered(Wire.answer(context.httpResponse(), body));
    return Optional.of(new ByteArrayInputStream(body));
  }

  @Override
  public Optional<Publisher<ByteBuffer>> modifyAsyncHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    CallObserver call = attributes.getAttribute(CALL);
    SdkHttpResponse head = context.httpResponse();
    return call == null
        ? context.responsePublisher()
        : context
            .responsePublisher()
            .map(
                body ->
                    new OverheardPublisher(body, bytes -> call.answered(Wire.answer(head, bytes))));
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    end(attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    end(attributes);
  }

  private static void end(ExecutionAttributes attributes) {
    CallObserver call = attributes.getAttribute(CALL);
    if (call != null) {
      call.end();
    }
  }
}

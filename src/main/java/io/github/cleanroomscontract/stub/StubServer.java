package io.github.cleanroomscontract.stub;

import com.sun.net.httpserver.HttpServer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Serves a stand-in over HTTP, to clients in whatever language. Each call that is under way has a
 * thread of its own, so that slow ones hold up no other. It does not keep the JVM from ending.
 * Thread-safe.
 *
 * <p>What is no HTTP is answered with 400, and a body of more than 16 MiB with 413, before the
 * stand-in sees it. What goes wrong in the stand-in is answered with 500, and kept.
 */
public final class StubServer implements AutoCloseable {

  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static {
    // Else each answer waits 40 ms for the client to confirm its headers. Read when the JDK's
    // server
    // is first used, so that it has no effect where one has been already.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final StubHandler handler;

  private StubServer(HttpServer server, ExecutorService threads, StubHandler handler) {
    this.server = server;
    this.threads = threads;
    this.handler = handler;
  }

  /**
   * Serves a stand-in to this machine alone, at a free port.
   *
   * @throws IOException if there is none
   */
  public static StubServer start(ContractStub stub) throws IOException {
    return start(stub, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /**
   * Serves a stand-in at an address.
   *
   * @param stub the stand-in
   * @param address the address and port; port 0 is a free one
   * @throws IOException if nobody can serve there, such as where somebody else does
   */
  public static StubServer start(ContractStub stub, InetSocketAddress address) throws IOException {
    return start(stub::handle, address);
  }

  /**
   * Serves whatever replies to requests at an address: a stand-in, with something done around it.
   *
   * @param replies replies to a request; called by several threads at once
   * @param address the address and port; port 0 is a free one
   * @throws IOException if nobody can serve there, such as where somebody else does
   */
  public static StubServer start(
      Function<WireRequest, StubReply> replies, InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    AtomicInteger number = new AtomicInteger();
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "contract-stub-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    StubHandler handler = new StubHandler(replies);
    server.createContext("/", handler);
    server.setExecutor(threads);
    // The server's own thread is a daemon if the one that starts it is.
    CompletableFuture.runAsync(server::start, threads).join();
    return new StubServer(server, threads, handler);
  }

  /** Returns where it serves, such as {@code http://127.0.0.1:8217}, without a path. */
  public URI url() {
    InetAddress bound = server.getAddress().getAddress();
    // Whatever serves at all addresses serves at this one, which can be called.
    InetAddress address = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
    try {
      String host = address.getHostAddress();
      return new URI("http", null, host, server.getAddress().getPort(), null, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what went wrong in the stand-in itself so far: the exception, and where it arose. */
  public List<String> faults() {
    return handler.faults();
  }

  /** Ends at once: calls that are under way lose their connection. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

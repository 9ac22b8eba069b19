package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * HTTP 1.1 on loopback down to the bytes, so that answers can break in every way that networks
 * have. A thread a connection; requests have their length, as those of the SDK do. Thread-safe.
 */
final class LoopbackServer implements AutoCloseable {

  /** How an answer comes. */
  enum Manner {
    WHOLE,
    /** The connection is reset before anything comes. */
    RESET,
    /** The connection ends in the middle of the body. */
    TRUNCATED,
    /** The connection ends before the last chunk. */
    BROKEN_CHUNKS,
    /** A byte of the body comes now and then, for minutes. */
    DRIPPING,
    /** The body is 80 MB of blanks, then itself. */
    HUGE,
    /** What comes is no HTTP. */
    GARBAGE
  }

  /**
   * What is sent.
   *
   * @param delay how long it waits before
   */
  record Sent(WireAnswer answer, Duration delay, Manner manner) {}

  private static final Set<String> FRAMING =
      Set.of("content-length", "transfer-encoding", "connection", "keep-alive");
  private static final int BLANKS = 80_000_000;

  private final ServerSocket listener;
  private final Function<WireRequest, Sent> answers;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private LoopbackServer(ServerSocket listener, Function<WireRequest, Sent> answers) {
    this.listener = listener;
    this.answers = answers;
  }

  /**
   * Listens at a free port.
   *
   * @param answers answers a request; called by several threads at once
   */
  static LoopbackServer start(Function<WireRequest, Sent> answers) {
    try {
      ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
      LoopbackServer server = new LoopbackServer(listener, answers);
      server.spawn(server::listen);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  private void spawn(Runnable work) {
    Thread thread = new Thread(work, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        spawn(() -> serve(socket));
      } catch (IOException e) {
        // It was closed, which the loop sees.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      boolean goesOn = true;
      while (goesOn) {
        Sent sent = answers.apply(read(in, out));
        Thread.sleep(sent.delay().toMillis());
        goesOn = send(sent, socket, out);
      }
    } catch (IOException e) {
      // The client went away, as clients may.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static WireRequest read(InputStream in, OutputStream out) throws IOException {
    String[] first = line(in).split(" ");
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IOException("no HTTP");
      }
      headers
          .computeIfAbsent(line.substring(0, colon), each -> new ArrayList<>())
          .add(line.substring(colon + 1).trim());
    }
    if (headers.containsKey("Expect")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", List.of("0")).get(0));
    byte[] body = in.readNBytes(length);
    return WireRequest.of(first[0], first[1], Headers.of(headers), body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** Returns whether the connection goes on. */
  private static boolean send(Sent sent, Socket socket, OutputStream out)
      throws IOException, InterruptedException {
    WireAnswer answer = sent.answer();
    byte[] body = answer.body();
    switch (sent.manner()) {
      case WHOLE -> {
        String length = answer.status() == 204 ? "" : "Content-Length: " + body.length + "\r\n";
        write(out, head(answer, length), body);
        return true;
      }
      case RESET -> socket.setSoLinger(true, 0);
      case TRUNCATED -> {
        int length = Math.max(body.length, 2);
        byte[] half = Arrays.copyOf(body, length / 2);
        write(out, head(answer, "Content-Length: " + length + "\r\n"), half);
      }
      case BROKEN_CHUNKS -> {
        String chunk = Integer.toHexString(body.length) + "\r\n";
        write(out, head(answer, "Transfer-Encoding: chunked\r\n") + chunk, body);
      }
      case DRIPPING -> {
        write(out, head(answer, "Content-Length: 10000\r\n"), new byte[0]);
        for (int i = 0; i < 10_000; i++) {
          out.write(' ');
          Thread.sleep(50);
        }
      }
      case HUGE -> {
        String length = "Content-Length: " + (BLANKS + body.length) + "\r\n";
        byte[] blanks = new byte[BLANKS];
        Arrays.fill(blanks, (byte) ' ');
        write(out, head(answer, length), blanks);
        out.write(body);
      }
      case GARBAGE -> out.write("no HTTP at all\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return false;
  }

  private static void write(OutputStream out, String head, byte[] body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    all.writeTo(out);
    out.flush();
  }

  private static String head(WireAnswer answer, String framing) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Any\r\n");
    answer
        .headers()
        .values()
        .forEach(
            (name, values) -> {
              if (!FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> head.append(name + ": " + value + "\r\n"));
              }
            });
    return head + framing + "\r\n";
  }

  /** Ends at once: calls that are under way lose their connection. */
  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A headless Chromium, driven over its DevTools protocol. Not thread-safe. */
public final class Chromium implements AutoCloseable {

  private static final Pattern ADDRESS =
      Pattern.compile("DevTools listening on (ws://[^/]+)(/\\S+)");

  private static final int SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private String session = "";
  private int id;

  private Chromium(Process process, URI address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(SECONDS))
            .buildAsync(address, new Listener())
            .join();
  }

  /** Returns where a Chromium is, if one is on the path. */
  public static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one with an empty profile, and opens an empty page in it. */
  public static Chromium start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader log = process.errorReader();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        // Whatever else it says must not fill the pipe.
        Thread drain = new Thread(() -> log.lines().forEach(each -> {}));
        drain.setDaemon(true);
        drain.start();
        Chromium chromium = new Chromium(process, URI.create(address.group(1) + address.group(2)));
        chromium.attach();
        return chromium;
      }
    }
    throw new IOException("Chromium has ended: " + process.onExit().join().exitValue());
  }

  private void attach() {
    String target =
        command("Target.createTarget", "{\"url\":\"about:blank\"}").path("targetId").asString();
    session =
        command("Target.attachToTarget", "{\"targetId\":\"" + target + "\",\"flatten\":true}")
            .path("sessionId")
            .asString();
    for (String domain : List.of("Page", "Network", "Runtime", "Log", "Accessibility")) {
      command(domain + ".enable", "{}");
    }
  }

  /** Sends a command, with JSON for its parameters, and returns its result. */
  public JsonNode command(String method, String parameters) {
    id++;
    String target = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
    socket
        .sendText(
            "{\"id\":"
                + id
                + target
                + ",\"method\":\""
                + method
                + "\",\"params\":"
                + parameters
                + "}",
            true)
        .join();
    try {
      JsonNode answer = answers.poll(SECONDS, TimeUnit.SECONDS);
      if (answer == null || answer.path("id").asInt() != id || answer.has("error")) {
        throw new AssertionError(method + ": " + answer);
      }
      return answer.path("result");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Opens a page and waits until it is there. */
  public void open(String address) throws InterruptedException {
    events.clear();
    // Leaving the address but for its fragment would only move within the page.
    command("Page.navigate", "{\"url\":\"about:blank\"}");
    command("Page.navigate", "{\"url\":\"" + address + "\"}");
    await("document.readyState === 'complete' && location.protocol !== 'about:'");
  }

  /** Waits until an expression is true. */
  public void await(String expression) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!evaluate(expression).asBoolean(false)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never true: " + expression);
      }
      Thread.sleep(20);
    }
  }

  /** Returns the value of an expression in the page. */
  public JsonNode evaluate(String expression) {
    String escaped = expression.replace("\\", "\\\\").replace("\"", "\\\"");
    return command(
            "Runtime.evaluate", "{\"expression\":\"" + escaped + "\",\"returnByValue\":true}")
        .path("result")
        .path("value");
  }

  /** Presses and releases keys, one after the other, such as {@code Tab} or {@code a}. */
  public void press(String... keys) {
    Map<String, Integer> codes =
        Map.of("Tab", 9, "Enter", 13, "Escape", 27, " ", 32, "ArrowDown", 40, "ArrowUp", 38);
    for (String key : keys) {
      int code = codes.getOrDefault(key, (int) key.toUpperCase(Locale.ROOT).charAt(0));
      String text = key.length() == 1 ? key : key.equals("Enter") ? "\\r" : "";
      String common =
          "\"key\":\"" + key + "\",\"windowsVirtualKeyCode\":" + code + ",\"code\":\"" + key + "\"";
      String typed = text.isEmpty() ? "" : ",\"text\":\"" + text + "\"";
      command(
          "Input.dispatchKeyEvent",
          "{\"type\":\""
              + (text.isEmpty() ? "rawKeyDown" : "keyDown")
              + "\","
              + common
              + typed
              + "}");
      command("Input.dispatchKeyEvent", "{\"type\":\"keyUp\"," + common + "}");
    }
  }

  /** Sets the size of the window, in CSS pixels, and whether it is dark. */
  public void window(int width, int height, boolean dark) {
    command(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":"
            + width
            + ",\"height\":"
            + height
            + ",\"deviceScaleFactor\":1,\"mobile\":false}");
    command(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
            + (dark ? "dark" : "light")
            + "\"}]}");
  }

  /** Takes a picture of what is in the window. */
  public void screenshot(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    String data = command("Page.captureScreenshot", "{}").path("data").asString();
    Files.write(file, Base64.getDecoder().decode(data));
  }

  /**
   * Returns what the page has asked for since it was opened, and what the browser has said of it.
   */
  public List<String> requestsAndComplaints() {
    List<String> all = new ArrayList<>();
    for (JsonNode event : events) {
      switch (event.path("method").asString()) {
        case "Network.requestWillBeSent" ->
            all.add("request " + event.at("/params/request/url").asString());
        case "Network.loadingFailed" ->
            all.add("blocked " + event.at("/params/blockedReason").asString());
        case "Log.entryAdded" -> all.add(event.at("/params/entry/text").asString());
        case "Runtime.exceptionThrown" -> all.add(event.at("/params/exceptionDetails").toString());
        default -> {}
      }
    }
    return all;
  }

  @Override
  public void close() {
    session = "";
    command("Browser.close", "{}");
    process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Puts together what comes in parts, and tells answers from events. */
  private final class Listener implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        JsonNode message = JsonDocument.parse(parts.toString()).root().orElseThrow();
        parts.setLength(0);
        if (message.has("id")) {
          answers.add(message);
        } else {
          events.add(message);
        }
      }
      webSocket.request(1);
      return null;
    }
  }
}

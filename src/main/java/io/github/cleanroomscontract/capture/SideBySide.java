package io.github.cleanroomscontract.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Judges many texts at once. One thread reads them; several look at them by themselves; the one
 * that called takes them in their order, for what needs it; the several end them; and the one that
 * called hands on the results. How much is under way is bounded, so that memory does not grow with
 * the capture.
 */
final class SideBySide {

  /** Texts are handed around by as much, since handing costs more than a small text. */
  private static final int BATCH_BYTES = 1 << 16;

  private static final int BATCH_TEXTS = 256;

  /** So much memory the smallest text takes, since it becomes a message with a report. */
  private static final int LEAST_BYTES = 1 << 10;

  /** So many batches for each thread keep all busy; more would only grow old in memory. */
  private static final int BATCHES_PER_THREAD = 8;

  private static final long WATCHFUL_MILLIS = 50;

  private final Consumer<JudgedMessage> results;
  private final BooleanSupplier stopped;
  private final int threads;

  private final BlockingQueue<Batch> begun = new LinkedBlockingQueue<>();
  private final int mostBytes;
  private final Semaphore room;
  private final Deque<Ending> endings = new ArrayDeque<>();
  private ExecutorService workers;

  /** Texts that are looked at together; null instead of messages is the end. */
  private record Batch(int room, CompletableFuture<List<Begun>> messages) {}

  /** Messages that had their turn. */
  private record Ending(int room, CompletableFuture<List<JudgedMessage>> messages) {}

  /**
   * Creates a way to judge.
   *
   * @param results is given each message, in their order, by the thread that calls {@link #judge}
   * @param stopped whether nobody wants any more; asked often
   * @param threads how many look at texts
   */
  SideBySide(Consumer<JudgedMessage> results, BooleanSupplier stopped, int threads) {
    this.results = results;
    this.stopped = stopped;
    this.threads = threads;
    // Trees take some twenty times the bytes of their texts; most of the memory stays free.
    this.mostBytes =
        (int)
            Math.max(
                BATCH_BYTES,
                Math.min(
                    (long) threads * BATCHES_PER_THREAD * BATCH_BYTES,
                    Runtime.getRuntime().maxMemory() / 64));
    this.room = new Semaphore(mostBytes);
  }

  /**
   * Judges what a reader reads, until its end.
   *
   * @param reading reads texts; called by another thread
   */
  void judge(Consumer<Texts> reading) {
    workers = Executors.newFixedThreadPool(threads, task -> daemon(task, "contract-judge"));
    CompletableFuture<Void> read = new CompletableFuture<>();
    Thread reader = daemon(() -> read(reading, read), "contract-reader");
    reader.start();
    try {
      takeAll();
      if (!stopped.getAsBoolean()) {
        join(read);
      }
    } finally {
      reader.interrupt();
      workers.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    // Nobody waits for a read that never ends.
    thread.setDaemon(true);
    return thread;
  }

  private void read(Consumer<Texts> reading, CompletableFuture<Void> read) {
    Batches batches = new Batches();
    try {
      reading.accept(batches);
      batches.pause();
      read.complete(null);
    } catch (Texts.StoppedException e) {
      read.complete(null);
    } catch (RuntimeException | Error e) {
      read.completeExceptionally(e);
    } finally {
      begun.add(new Batch(0, null));
    }
  }

  /** Collects texts, for the workers to look at. Used by the reader alone. */
  private final class Batches implements Texts {

    private List<Text> texts = new ArrayList<>();
    private long bytes;

    @Override
    public void add(Text text) {
      texts.add(text);
      bytes += Math.max(LEAST_BYTES, text.size());
      if (bytes >= BATCH_BYTES || texts.size() >= BATCH_TEXTS) {
        pause();
      }
    }

    @Override
    public void pause() {
      if (texts.isEmpty()) {
        return;
      }
      int needed = (int) Math.min(bytes, mostBytes);
      try {
        room.acquire(needed);
      } catch (InterruptedException e) {
        throw new StoppedException();
      }
      List<Text> batch = texts;
      texts = new ArrayList<>();
      bytes = 0;
      begun.add(new Batch(needed, CompletableFuture.supplyAsync(() -> messages(batch), workers)));
    }
  }

  private static List<Begun> messages(List<Text> batch) {
    List<Begun> messages = new ArrayList<>();
    batch.forEach(text -> messages.addAll(text.read()));
    return messages;
  }

  private void takeAll() {
    boolean more = true;
    while ((more || !endings.isEmpty()) && !stopped.getAsBoolean()) {
      while (!endings.isEmpty() && endings.peek().messages().isDone() && !stopped.getAsBoolean()) {
        handOn(endings.remove());
      }
      Batch next = more ? next() : null;
      if (next != null && next.messages() == null) {
        more = false;
      } else if (next != null) {
        conclude(next);
      } else if (!endings.isEmpty()) {
        handOn(endings.remove());
      }
    }
  }

  /** Returns the next batch; null if there is none now. */
  private Batch next() {
    try {
      // As long as something can be handed on, nobody waits for what is yet to come.
      return endings.isEmpty() ? begun.poll(WATCHFUL_MILLIS, TimeUnit.MILLISECONDS) : begun.poll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while judging", e);
    }
  }

  private void conclude(Batch batch) {
    List<Begun> messages = join(batch.messages());
    messages.forEach(Begun::conclude);
    endings.add(
        new Ending(batch.room(), CompletableFuture.supplyAsync(() -> ended(messages), workers)));
  }

  private static List<JudgedMessage> ended(List<Begun> messages) {
    return messages.stream().map(Begun::end).toList();
  }

  private void handOn(Ending ending) {
    join(ending.messages()).forEach(results);
    room.release(ending.room());
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}

package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubReply;
import io.github.cleanroomscontract.stub.StubServer;
import io.github.cleanroomscontract.stub.UnknownResources;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves a stand-in for the service. */
@Command(
    name = "serve",
    description =
        "Stands in for the service: checks each request, and answers as the service would.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "It remembers what was created, answers lists in pages, and lets a query succeed as it is",
      "read again and again. What breaks the contract is answered with a ValidationException, and",
      "printed. Ctrl-C ends it, with a summary; the exit code is 1 if a call broke the contract.",
      "",
      "Clients need its address, and any credentials and region:",
      "  AWS_ENDPOINT_URL=http://127.0.0.1:8217            for most SDKs, and the AWS CLI from 2.13 on",
      "  aws cleanrooms list-memberships --endpoint-url http://127.0.0.1:8217",
      "  CleanRoomsClient.builder().endpointOverride(URI.create(\"http://127.0.0.1:8217\"))",
      "  new CleanRoomsClient({ endpoint: \"http://127.0.0.1:8217\" })",
      "",
      "Examples:",
      "  cleanrooms-contract serve",
      "  cleanrooms-contract serve --port 0 --verbose",
      "  cleanrooms-contract serve --strict --format jsonl > calls.jsonl"
    })
final class ServeCommand implements Callable<Integer> {

  /** How calls are told. */
  enum Format {
    TEXT,
    JSONL
  }

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8217",
      description = "The port; 0 is a free one. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address to serve at; 0.0.0.0 is all there are. Default: ${DEFAULT-VALUE}, which only"
              + " this machine can call.")
  String host;

  @Option(
      names = "--caller-account",
      paramLabel = "ACCOUNT",
      description =
          "The account that makes the calls, and owns what they create. Default: 111122223333,"
              + " without the rules that need to know it.")
  String callerAccount;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "us-east-1",
      description = "The region that is in ARNs. Default: ${DEFAULT-VALUE}.")
  String region;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Choices.Day.class,
      description = "Serve the contract of that day, such as 2025-04-30. Default: the newest.")
  LocalDate asOf;

  @Option(
      names = "--strict",
      description =
          "Answer that resources do not exist which were never created. Else they are made up as"
              + " they are asked for.")
  boolean strict;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Choices.CallFormats.class,
      completionCandidates = Choices.CallFormats.class,
      description =
          "How calls are told: ${COMPLETION-CANDIDATES}. jsonl has an object for each request and"
              + " each answer. Default: text.")
  Format format;

  @Option(
      names = "--verbose",
      description = "Tell of each call: method, operation, status, time. Else of broken ones.")
  boolean verbose;

  @Spec CommandSpec spec;

  private final Map<WireRequest, Long> starts = new ConcurrentHashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ContractStub stub = stub();
    if (port < 0 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for --port: a port is between 0 and 65,535");
    }
    if (host.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "The address of --host is empty: an unset variable?");
    }
    ServedCalls calls =
        format == Format.JSONL
            ? ServedCalls.jsonl(out)
            : ServedCalls.text(out, new Paint(Ansi.AUTO.enabled()), verbose);
    stub.listen(call -> calls.add(call, took(call.request())));
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      err.println("Cannot serve at \"" + host + "\": there is no such address.");
      return ExitCodes.FAILED;
    }
    try (StubServer server =
        StubServer.start(request -> handle(stub, request), new InetSocketAddress(address, port))) {
      // Whoever reads that it serves may end it at once.
      Interruption.expect();
      // Of other formats nothing else is to be in the output.
      PrintWriter words = format == Format.TEXT ? out : err;
      words.println("serving AWS Clean Rooms at " + server.url());
      words.flush();
      tell(err, address, server.url());
      Interruption.await();
      words.println(calls.summary());
      server.faults().forEach(fault -> err.println("The stand-in failed: " + fault));
      if (!server.faults().isEmpty()) {
        return ExitCodes.FAILED;
      }
      return calls.broken() > 0 ? ExitCodes.FINDINGS : ExitCodes.OK;
    } catch (IOException e) {
      err.println(
          "Cannot serve at "
              + host
              + ", port "
              + port
              + ": "
              + e.getMessage()
              + ". Give another --port, or --port 0 for a free one.");
      return ExitCodes.FAILED;
    }
  }

  private ContractStub stub() {
    // Nobody asks for calls that were printed.
    ContractStub.Builder builder = ContractStub.builder().keeping(0);
    if (callerAccount != null) {
      set("--caller-account", callerAccount, builder::callerAccount);
    }
    set("--region", region, builder::region);
    if (asOf != null) {
      builder.asOf(asOf);
    }
    if (strict) {
      builder.unknownResources(UnknownResources.NOT_FOUND);
    }
    return builder.build();
  }

  private void set(String option, String value, Consumer<String> setter) {
    try {
      setter.accept(value);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for " + option + ": " + e.getMessage());
    }
  }

  private StubReply handle(ContractStub stub, WireRequest request) {
    starts.put(request, System.nanoTime());
    try {
      return stub.handle(request);
    } finally {
      starts.remove(request);
    }
  }

  private Duration took(WireRequest request) {
    return Duration.ofNanos(System.nanoTime() - starts.get(request));
  }

  private static void tell(PrintWriter err, InetAddress address, URI url) {
    if (!address.isLoopbackAddress()) {
      err.println(
          "Warning: whoever can reach this machine can call it, since nobody has to sign in.");
    }
    err.println("Clients need its address, and any credentials and region:");
    err.println("  AWS_ENDPOINT_URL=" + url);
    err.println("  aws cleanrooms list-memberships --endpoint-url " + url);
    err.println("  CleanRoomsClient.builder().endpointOverride(URI.create(\"" + url + "\"))");
    err.println("  new CleanRoomsClient({ endpoint: \"" + url + "\" })");
    err.println("Ctrl-C ends it, with a summary.");
  }
}

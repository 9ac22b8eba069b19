package io.github.cleanroomscontract.benchmark;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.resource.SchemaLoader;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a payload costs in a warm JVM, one thread: parsed alone, parsed and judged by networknt used
 * plainly, and validated by this kit. Times are those of one payload of a hundred.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidationBenchmark {

  static final int PAYLOADS = 100;

  /** Which payload. */
  @Param public Specimen payload;

  /** How many of a hundred have a finding. */
  @Param({"0", "1", "100"})
  public int invalid;

  private final JsonMapper mapper = new JsonMapper();
  private final ContractValidator validator = ContractValidator.create();
  private List<String> texts;
  private Schema plain;

  /** Makes the payloads and compiles the schemas. */
  @Setup
  public void prepare() throws IOException {
    String valid = payload.valid();
    String broken = payload.broken();
    texts = IntStream.range(0, PAYLOADS).mapToObj(i -> i < invalid ? broken : valid).toList();
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder ->
                builder.schemaLoader(
                    new SchemaLoader(
                        iri ->
                            () ->
                                SchemaFiles.open(
                                    iri.toString().substring(SchemaFiles.BASE.length())))));
    String uri =
        Catalogue.current()
            .operation(payload.operation())
            .orElseThrow()
            .schemaUri(Direction.RESPONSE);
    plain = registry.getSchema(SchemaLocation.of(uri));
    int found = Collections.frequency(texts.stream().map(this::isValid).toList(), false);
    if (found != invalid) {
      throw new IllegalStateException("not the payloads that were meant: " + found + " invalid");
    }
  }

  private boolean isValid(String text) {
    boolean valid = validator.validateResponse(payload.operation(), text).findings().isEmpty();
    if (plain.validate(text, InputFormat.JSON).isEmpty() != valid) {
      throw new IllegalStateException("not judged alike: " + payload);
    }
    return valid;
  }

  /** Jackson's own tree reader. */
  @Benchmark
  @OperationsPerInvocation(PAYLOADS)
  public void parse(Blackhole sink) {
    for (String text : texts) {
      sink.consume(mapper.readTree(text));
    }
  }

  /** The kit's reader, which also looks for duplicate keys. */
  @Benchmark
  @OperationsPerInvocation(PAYLOADS)
  public void read(Blackhole sink) {
    for (String text : texts) {
      sink.consume(JsonDocument.parse(text));
    }
  }

  /** Parse and validate with networknt as its own documentation shows. */
  @Benchmark
  @OperationsPerInvocation(PAYLOADS)
  public void networknt(Blackhole sink) {
    for (String text : texts) {
      sink.consume(plain.validate(text, InputFormat.JSON));
    }
  }

  /** Parse and validate with the kit: findings with texts, line and column. */
  @Benchmark
  @OperationsPerInvocation(PAYLOADS)
  public void kit(Blackhole sink) {
    for (String text : texts) {
      sink.consume(validator.validateResponse(payload.operation(), text));
    }
  }

  /** The same, and the lines around each finding, which are cut out when they are asked for. */
  @Benchmark
  @OperationsPerInvocation(PAYLOADS)
  public void kitWithExcerpts(Blackhole sink) {
    for (String text : texts) {
      Report report = validator.validateResponse(payload.operation(), text);
      for (Finding finding : report.findings()) {
        sink.consume(finding.place().orElseThrow().excerpt());
      }
    }
  }
}

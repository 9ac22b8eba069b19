package io.github.cleanroomscontract.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Which schema files a fresh copy of the kit reads, told by a class loader of its own. */
class LazyLoadingTest {

  @Test
  void listingOperationsReadsNoSchema() throws Exception {
    assertThat(filesReadBy(ListOperations.class)).containsExactly("catalogue.json");
  }

  @Test
  void describingAnOperationReadsItsOwnSchemaOnly() throws Exception {
    assertThat(filesReadBy(DescribeOperation.class))
        .containsExactly("catalogue.json", "membership/GetMembership.schema.json");
  }

  @Test
  void aValidationReadsWhatTheMessageReaches() throws Exception {
    // Not the shapes of its own resource, which only the response has.
    assertThat(Set.copyOf(filesReadBy(Validate.class)))
        .containsExactlyInAnyOrder(
            "catalogue.json", "membership/GetMembership.schema.json", "common/shapes.schema.json");
  }

  /** Returns the files that a task reads, each as often as it is read. */
  private static List<String> filesReadBy(Class<? extends Callable<?>> task) throws Exception {
    Recorder recorder = new Recorder();
    Object fresh = recorder.loadClass(task.getName()).getDeclaredConstructor().newInstance();
    assertThat(((Callable<?>) fresh).call()).isEqualTo(true);
    return recorder.read;
  }

  public static final class ListOperations implements Callable<Boolean> {
    @Override
    public Boolean call() {
      return Catalogue.current().operations().stream()
          .map(Operation::name)
          .anyMatch("GetMembership"::equals);
    }
  }

  public static final class DescribeOperation implements Callable<Boolean> {
    @Override
    public Boolean call() {
      Operation operation = Catalogue.current().operation("GetMembership").orElseThrow();
      return operation.http().method().equals("GET") && !operation.description().isEmpty();
    }
  }

  public static final class Validate implements Callable<Boolean> {
    @Override
    public Boolean call() {
      String json = "{\"membershipIdentifier\":\"12345678-90ab-cdef-1234-567890abcdef\"}";
      Message message = Message.of("GetMembership", Direction.REQUEST, Payload.of(json));
      return ContractValidator.create().validate(message).valid();
    }
  }

  /** Defines the kit's classes anew, so that nothing of it is loaded yet. */
  private static final class Recorder extends ClassLoader {

    private static final String KIT = "io.github.cleanroomscontract.";
    private static final String SCHEMAS = "io/github/cleanroomscontract/schemas/";

    final List<String> read = new ArrayList<>();

    Recorder() {
      super(LazyLoadingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(KIT)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream stream = getParent().getResourceAsStream(file)) {
        if (stream == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = stream.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      if (name.startsWith(SCHEMAS)) {
        read.add(name.substring(SCHEMAS.length()));
      }
      return super.getResourceAsStream(name);
    }
  }
}

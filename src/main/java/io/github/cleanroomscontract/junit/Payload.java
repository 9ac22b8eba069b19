package io.github.cleanroomscontract.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a parameter of a test, of a lifecycle method or of a test class's constructor the payload
 * in a file, as what the parameter's type says:
 *
 * <ul>
 *   <li>{@code String} or {@code byte[]}: what the file holds, as it is
 *   <li>{@code Path}: the file
 *   <li>{@code Map<String, Object>}: the members of its JSON object, in their order, as plain
 *       values (null, String, Boolean, Integer, Long, BigInteger, Double, and maps and lists of
 *       them)
 *   <li>a request, response, structure or exception of the AWS SDK, or a builder of one: an object
 *       with its content
 * </ul>
 *
 * <pre>{@code
 * @Test
 * void startsTheQuery(@Payload("payloads/start.json") StartProtectedQueryRequest request) { … }
 * }</pre>
 *
 * <p>It needs no other annotation. A file that is not there, or does not fit the type, fails the
 * test and says why. Whether the payload is in the contract is not asked here.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ExtendWith(PayloadParameterResolver.class)
public @interface Payload {

  /**
   * Names a file: by its path from the folder that the tests run in, which builds make that of the
   * project, or else as a resource on the class path, from its root or beside the test class.
   */
  String value();
}

package io.github.cleanroomscontract.jqwik;

import io.github.cleanroomscontract.catalogue.Direction;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which payloads of {@link CleanRoomsDomain} a parameter of a property gets: a {@code
 * GeneratedCase}, or its JSON as a {@code String}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
public @interface CleanRoomsPayload {

  /** The operation's name. */
  String value();

  /** The direction. */
  Direction direction() default Direction.REQUEST;

  /** The id of the rule that payloads break; empty for valid payloads. */
  String breaking() default "";

  /** The day whose contract they are of, such as 2025-04-30; empty for the newest. */
  String asOf() default "";

  /** JSON Pointers of what payloads have. */
  String[] with() default {};

  /** JSON Pointers of what payloads have not. */
  String[] without() default {};
}

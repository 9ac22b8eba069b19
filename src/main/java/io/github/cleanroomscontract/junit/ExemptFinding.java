package io.github.cleanroomscontract.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Findings that do not fail a test, whether they come or not, and why. Needs {@link
 * CleanRoomsContract} or the extension.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(ExemptFinding.List.class)
public @interface ExemptFinding {

  /** The rule's id, such as {@code required}. */
  String rule();

  /**
   * The JSON Pointer of its place, in which {@code *} is any one segment; empty for the whole
   * payload; {@code *} alone, as unless set, for any place.
   */
  String at() default ExpectFinding.ANYWHERE;

  /** The operation; any if empty. */
  String operation() default "";

  /** Why they do not count; must not be blank. */
  String reason();

  /** Several of them. */
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @Documented
  @Inherited
  @interface List {
    /** The exemptions. */
    ExemptFinding[] value();
  }
}

package io.github.cleanroomscontract.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A finding that the calls of a test have to have: it does not fail the test, its absence does. On
 * a class, each of its tests has to have it. Needs {@link CleanRoomsContract} or the extension.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(ExpectFinding.List.class)
public @interface ExpectFinding {

  /** The rule's id, such as {@code union.multiple}. */
  String rule();

  /**
   * The JSON Pointer of its place, in which {@code *} is any one segment; empty for the whole
   * payload; {@code *} alone, as unless set, for any place.
   */
  String at() default ANYWHERE;

  /** The operation; any if empty. */
  String operation() default "";

  /** Stands for any place. */
  String ANYWHERE = "*";

  /** Several of them. */
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @Documented
  @Inherited
  @interface List {
    /** The findings. */
    ExpectFinding[] value();
  }
}

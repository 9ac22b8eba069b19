package io.github.cleanroomscontract.internal.pojo;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The AWS SDK's requests, responses and errors, and their builders, for those who may not have it:
 * what they are is told by the names of their classes, and nothing of the SDK is loaded before
 * there is one. Stateless.
 */
public final class SdkObjects {

  private static final String POJO = "software.amazon.awssdk.core.SdkPojo";
  private static final String ERROR =
      "software.amazon.awssdk.awscore.exception.AwsServiceException";
  private static final String MODEL = "software.amazon.awssdk.services.cleanrooms.model.";

  private SdkObjects() {}

  /** Returns whether a thing, or null, is an object or a builder of the SDK. */
  public static boolean isObject(Object thing) {
    return thing != null && isType(thing.getClass());
  }

  /** Returns whether a class is one of the SDK's objects, builders or errors. */
  public static boolean isType(Class<?> type) {
    return extendsNamed(type, POJO);
  }

  /** Returns whether a thing, or null, is an error that the SDK throws. */
  public static boolean isError(Object thing) {
    return thing != null && extendsNamed(thing.getClass(), ERROR);
  }

  private static boolean extendsNamed(Class<?> type, String name) {
    if (type == null) {
      return false;
    }
    if (type.getName().equals(name) || extendsNamed(type.getSuperclass(), name)) {
      return true;
    }
    for (Class<?> each : type.getInterfaces()) {
      if (extendsNamed(each, name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the class that a user names: for a builder, that of what it builds. */
  public static String typeName(Object object) {
    return model(object.getClass()).getSimpleName();
  }

  private static Class<?> model(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type : outer;
  }

  /**
   * Returns the operation that a thing is a request or a response of; empty if it is none of this
   * API.
   */
  public static Optional<String> operation(Object thing, Direction direction) {
    if (!isObject(thing) || direction == Direction.ERROR) {
      return Optional.empty();
    }
    String name = model(thing.getClass()).getName();
    String ending = direction == Direction.REQUEST ? "Request" : "Response";
    return name.startsWith(MODEL) && name.endsWith(ending)
        ? Optional.of(name.substring(MODEL.length(), name.length() - ending.length()))
        : Optional.empty();
  }

  /** Returns the name of an error as the API has it; empty if it has none. */
  public static Optional<String> errorName(Object error) {
    return guarded(error.getClass(), () -> SdkJson.errorName(error));
  }

  /** Returns the HTTP status that an error came with; empty if it does not tell. */
  public static OptionalInt status(Object error) {
    return guarded(error.getClass(), () -> SdkJson.status(error));
  }

  /**
   * Returns an object as a plain value: maps, lists, texts, numbers, truths, points in time. What
   * is not set is not there.
   *
   * @throws IllegalArgumentException if it holds what no member of the API is
   */
  static Map<String, Object> plain(Object object) {
    return guarded(object.getClass(), () -> SdkJson.plain(object));
  }

  /**
   * Returns an object of the SDK, or a builder, with the content of a JSON text.
   *
   * @param type the class wanted
   * @throws IllegalArgumentException if the text is not JSON, or does not fit the class; it says
   *     where
   */
  public static <T> T read(String json, Class<T> type) {
    Map<String, Object> members = Payloads.members(json);
    return type.cast(guarded(type, () -> SdkJson.read(members, type, model(type))));
  }

  /** The kit may be out of reach of the SDK that the object is from. */
  private static <T> T guarded(Class<?> type, Supplier<T> work) {
    try {
      if (SdkJson.knows(type)) {
        return work.get();
      }
    } catch (LinkageError e) {
      throw new IllegalStateException(outOfReach(type), e);
    }
    throw new IllegalStateException(outOfReach(type));
  }

  private static String outOfReach(Class<?> type) {
    return type.getName()
        + " is of an AWS SDK that the kit cannot use: put software.amazon.awssdk:cleanrooms on the"
        + " class path that the kit itself is on";
  }
}

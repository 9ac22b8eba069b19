package io.github.cleanroomscontract.internal.pojo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.cleanrooms.model.CleanRoomsException;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * The SDK's objects as plain values and back, by the fields that its classes declare. Stateless.
 */
final class SdkJson {

  private static final String MESSAGE = "message";

  private SdkJson() {}

  /** Returns whether a class is of the same SDK that this one sees. */
  static boolean knows(Class<?> type) {
    return SdkPojo.class.isAssignableFrom(type);
  }

  /** Returns the members of an object, a builder or an error that are set. */
  static Map<String, Object> plain(Object object) {
    // The fields read what is built, not what builds it.
    SdkPojo built = (SdkPojo) (object instanceof Buildable builder ? builder.build() : object);
    Map<String, Object> members = new LinkedHashMap<>();
    if (built instanceof AwsServiceException error && message(error) != null) {
      members.put(MESSAGE, message(error));
    }
    for (SdkField<?> field : built.sdkFields()) {
      Object value = field.getValueOrDefault(built);
      if (isSet(value)) {
        members.put(field.memberName(), value(value));
      }
    }
    return members;
  }

  /** The SDK puts an empty list or map of its own where none was given. */
  private static boolean isSet(Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  private static Object value(Object value) {
    if (value instanceof SdkPojo object) {
      return plain(object);
    }
    if (value instanceof List<?> items) {
      List<Object> list = new ArrayList<>();
      items.forEach(item -> list.add(value(item)));
      return list;
    }
    if (value instanceof Map<?, ?> entries) {
      Map<Object, Object> map = new LinkedHashMap<>();
      entries.forEach((key, entry) -> map.put(key, value(entry)));
      return map;
    }
    return value instanceof Document document ? document(document) : value;
  }

  private static Object document(Document document) {
    if (document.isMap()) {
      return value(document.asMap());
    }
    if (document.isList()) {
      return value(document.asList());
    }
    if (document.isString()) {
      return document.asString();
    }
    if (document.isBoolean()) {
      return document.asBoolean();
    }
    return document.isNumber() ? document.asNumber().bigDecimalValue() : null;
  }

  /** The SDK keeps the message of every error outside of its fields. */
  private static String message(AwsServiceException error) {
    AwsErrorDetails details = error.awsErrorDetails();
    return details == null ? error.getMessage() : details.errorMessage();
  }

  static Optional<String> errorName(Object object) {
    AwsServiceException error = (AwsServiceException) object;
    // What the SDK does not know it throws as an error of no kind in particular.
    if (error instanceof CleanRoomsException && error.getClass() != CleanRoomsException.class) {
      return Optional.of(error.getClass().getSimpleName());
    }
    return Optional.ofNullable(error.awsErrorDetails()).map(AwsErrorDetails::errorCode);
  }

  static OptionalInt status(Object error) {
    int status = ((AwsServiceException) error).statusCode();
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /**
   * Makes an object.
   *
   * @param type the class wanted, which may be a builder's
   * @param model the class of what is built
   */
  static Object read(Map<String, Object> members, Class<?> type, Class<?> model) {
    SdkPojo builder = builder(model);
    SdkReader reader = new SdkReader(model.getSimpleName());
    if (builder instanceof AwsServiceException.Builder error) {
      AwsErrorDetails details =
          AwsErrorDetails.builder()
              .serviceName("CleanRooms")
              .errorCode(model.getSimpleName())
              .errorMessage(reader.text(members.remove(MESSAGE), MESSAGE))
              .build();
      error.awsErrorDetails(details);
    }
    reader.fill(builder, members);
    return type.isInstance(builder) ? builder : ((Buildable) builder).build();
  }

  private static SdkPojo builder(Class<?> model) {
    try {
      return (SdkPojo) model.getMethod("builder").invoke(null);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          model.getName() + " is no class of the AWS SDK that holds a payload", e);
    }
  }
}

package io.github.cleanroomscontract.sdk;

import io.github.cleanroomscontract.sdk.ApiModel.MemberFacts;
import io.github.cleanroomscontract.sdk.ApiModel.OperationFacts;
import io.github.cleanroomscontract.sdk.ApiModel.StructureFacts;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Reads what can be compared from the classes of an SDK. What its generated classes say about
 * themselves for its own marshallers is what is read: fields, traits, and the bindings of
 * operations. Statuses and required members are not to be seen in them.
 */
final class SdkReader {

  private static final String CORE = "software.amazon.awssdk.core.";
  private static final String SERVICE = "software.amazon.awssdk.services.cleanrooms.";

  /** What the SDK's {@code toString} puts in the place of sensitive values. */
  private static final String REDACTED = "=*** Sensitive Data Redacted ***";

  private final ClassLoader loader;
  private final ApiModel model = new ApiModel();
  private final Class<?> pojo;
  private final Class<?> field;
  private final Class<?> exception;

  private SdkReader(ClassLoader loader) throws ClassNotFoundException {
    this.loader = loader;
    this.pojo = core("SdkPojo");
    this.field = core("SdkField");
    this.exception = Class.forName(SERVICE + "model.CleanRoomsException", false, loader);
  }

  /** Returns what the classes of the SDK say. */
  static ApiModel read(ClassLoader loader) {
    Class<?> client = client(loader);
    try {
      SdkReader reader = new SdkReader(loader);
      for (Method method : client.getMethods()) {
        reader.operation(method);
      }
      return reader.model;
    } catch (ReflectiveOperationException
        | LinkageError
        | TypeNotPresentException
        | InaccessibleObjectException e) {
      throw unreadable(e);
    }
  }

  private static Class<?> client(ClassLoader loader) {
    try {
      return Class.forName(SERVICE + "CleanRoomsClient", false, loader);
    } catch (ClassNotFoundException e) {
      throw new SdkUnavailableException(
          "There is no AWS SDK for Java 2 with the Clean Rooms module"
              + " (software.amazon.awssdk:cleanrooms).",
          e);
    } catch (LinkageError e) {
      throw unreadable(e);
    }
  }

  private static SdkUnavailableException unreadable(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String missing =
        cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException
            ? "it needs " + cause.getMessage().replace('/', '.') + ", which is not there"
            : cause.toString();
    return new SdkUnavailableException("The AWS SDK cannot be read: " + missing + ".", e);
  }

  /** Returns the version of the Clean Rooms module, or where it does not say, of the SDK's core. */
  static String version(ClassLoader loader) {
    try (InputStream stream =
        loader.getResourceAsStream(
            "META-INF/maven/software.amazon.awssdk/cleanrooms/pom.properties")) {
      Properties properties = new Properties();
      if (stream != null) {
        properties.load(stream);
      }
      String version = properties.getProperty("version");
      return version != null
          ? version
          : (String)
              Class.forName(CORE + "util.VersionInfo", true, loader)
                  .getField("SDK_VERSION")
                  .get(null);
    } catch (IOException | ReflectiveOperationException | LinkageError e) {
      throw unreadable(e);
    }
  }

  /** A method of the client is an operation if it takes a request and returns a response. */
  private void operation(Method method) throws ReflectiveOperationException {
    Class<?>[] parameters = method.getParameterTypes();
    Class<?> response = method.getReturnType();
    if (parameters.length != 1
        || !parameters[0].getName().startsWith(SERVICE + "model.")
        || !parameters[0].getName().endsWith("Request")
        || !response.getName().endsWith("Response")) {
      return;
    }
    String name = parameters[0].getSimpleName().replaceFirst("Request$", "");
    TreeSet<String> errors = new TreeSet<>();
    for (Class<?> thrown : method.getExceptionTypes()) {
      if (exception.isAssignableFrom(thrown) && !thrown.equals(exception)) {
        errors.add(thrown.getSimpleName());
        structure(thrown, thrown.getSimpleName());
      }
    }
    structure(parameters[0], name + " request");
    structure(response, name + " response");
    String http = http(parameters[0].getSimpleName());
    model.operations().put(name, new OperationFacts(http, errors, Optional.empty()));
  }

  /** Reads the binding that the marshaller of a request keeps to itself. */
  private String http(String request) throws ReflectiveOperationException {
    Class<?> marshaller =
        Class.forName(SERVICE + "transform." + request + "Marshaller", true, loader);
    for (Field candidate : marshaller.getDeclaredFields()) {
      if (candidate.getType().getSimpleName().equals("OperationInfo")) {
        candidate.setAccessible(true);
        Object binding = candidate.get(null);
        Class<?> type = candidate.getType();
        return type.getMethod("httpMethod").invoke(binding)
            + " "
            + type.getMethod("requestUri").invoke(binding);
      }
    }
    throw new NoSuchFieldException(marshaller.getName() + " has no OperationInfo");
  }

  private void structure(Class<?> type, String name) throws ReflectiveOperationException {
    if (model.structures().containsKey(name)) {
      return;
    }
    boolean union =
        Arrays.stream(type.getDeclaredClasses())
            .anyMatch(nested -> nested.isEnum() && nested.getSimpleName().equals("Type"));
    Map<String, MemberFacts> members = new LinkedHashMap<>();
    model.structures().put(name, new StructureFacts(union, members));
    if (exception.isAssignableFrom(type)) {
      // The SDK keeps the message of every error outside of its fields.
      members.put("message", new MemberFacts("string", "body", false, Optional.empty()));
    }
    for (Object member : (List<?>) pojo.getMethod("sdkFields").invoke(builder(type))) {
      String memberName = (String) get(member, "memberName");
      members.put(
          memberName,
          new MemberFacts(
              type(member, getter(type, memberName)),
              location(member, memberName),
              sensitive(type, member),
              Optional.empty()));
    }
  }

  private String location(Object member, String name) throws ReflectiveOperationException {
    String constant = get(member, "location").toString();
    String location =
        switch (constant) {
          case "PATH" -> "path";
          case "QUERY_PARAM" -> "query";
          case "PAYLOAD" -> "body";
          default -> constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    String travels = (String) get(member, "locationName");
    return travels.equals(name) ? location : location + ", as " + travels;
  }

  /** Says what a value is, and reads what lies below on the way. */
  private String type(Object member, Type getter) throws ReflectiveOperationException {
    Object marshalling = get(member, "marshallingType");
    Class<?> target =
        (Class<?>) core("protocol.MarshallingType").getMethod("getTargetClass").invoke(marshalling);
    return switch (target.getSimpleName()) {
      case "SdkPojo" -> {
        Class<?> type = pojoType(member);
        structure(type, type.getSimpleName());
        yield "object " + type.getSimpleName();
      }
      case "List" ->
          "list of " + type(trait(member, "ListTrait", "memberFieldInfo"), argument(getter, 0));
      case "Map" ->
          "map of "
              + string(argument(getter, 0))
              + " to "
              + type(trait(member, "MapTrait", "valueFieldInfo"), argument(getter, 1));
      case "String" -> string(getter);
      case "Instant" -> timestamp(member);
      default -> target.getSimpleName().toLowerCase(Locale.ROOT);
    };
  }

  /** Strings of a known set are strings in fields, and enums in getters. */
  private String string(Type getter) throws ReflectiveOperationException {
    if (!(getter instanceof Class<?> type) || !type.isEnum()) {
      return "string";
    }
    Map<String, Optional<LocalDate>> values = new LinkedHashMap<>();
    for (Object value : (Iterable<?>) type.getMethod("knownValues").invoke(null)) {
      values.put(value.toString(), Optional.empty());
    }
    model.enums().put(type.getSimpleName(), values);
    return "enum " + type.getSimpleName();
  }

  /** In bodies, the SDK writes seconds since 1970 unless a trait says otherwise. */
  private String timestamp(Object member) throws ReflectiveOperationException {
    Object trait = trait(member, "TimestampFormatTrait");
    String format =
        trait != null
            ? core("traits.TimestampFormatTrait").getMethod("format").invoke(trait).toString()
            : get(member, "location").toString().equals("PAYLOAD") ? "UNIX_TIMESTAMP" : "ISO_8601";
    return format.equals("UNIX_TIMESTAMP") ? "timestamp" : "timestamp in the form " + format;
  }

  /** The SDK shows what is sensitive only by keeping it out of its texts, so we make it print. */
  private boolean sensitive(Class<?> type, Object member) throws ReflectiveOperationException {
    if (exception.isAssignableFrom(type)) {
      return false;
    }
    Object builder = builder(type);
    field.getMethod("set", Object.class, Object.class).invoke(member, builder, sample(member));
    String text = build(builder).toString();
    String name = get(member, "memberName") + REDACTED;
    for (int at = text.indexOf(REDACTED); at >= 0; at = text.indexOf(REDACTED, at + 1)) {
      int start = at + REDACTED.length() - name.length();
      // Names are capitalised there. One that ends like this one is of another member.
      if (start > 0
          && text.regionMatches(true, start, name, 0, name.length())
          && !Character.isLetterOrDigit(text.charAt(start - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Returns a value without content, so that nothing below it can be redacted. */
  private Object sample(Object member) throws ReflectiveOperationException {
    Object marshalling = get(member, "marshallingType");
    Class<?> target =
        (Class<?>) core("protocol.MarshallingType").getMethod("getTargetClass").invoke(marshalling);
    return switch (target.getSimpleName()) {
      case "SdkPojo" -> build(builder(pojoType(member)));
      case "List" -> new ArrayList<>();
      case "Map" -> new HashMap<>();
      case "String" -> "";
      case "Instant" -> Instant.EPOCH;
      case "Integer" -> 0;
      case "Long" -> 0L;
      case "Float" -> 0f;
      case "Double" -> 0d;
      case "Boolean" -> false;
      default -> null;
    };
  }

  private Class<?> pojoType(Object member) throws ReflectiveOperationException {
    Object builder = ((Supplier<?>) get(member, "constructor")).get();
    return builder.getClass().getEnclosingClass();
  }

  private static Object builder(Class<?> type) throws ReflectiveOperationException {
    return type.getMethod("builder").invoke(null);
  }

  private Object build(Object builder) throws ReflectiveOperationException {
    return Class.forName("software.amazon.awssdk.utils.builder.Buildable", false, loader)
        .getMethod("build")
        .invoke(builder);
  }

  /** Returns what the getter of a member gives, or {@code Object} if it has none of its name. */
  private static Type getter(Class<?> type, String member) {
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0 && method.getName().equalsIgnoreCase(member)) {
        return method.getGenericReturnType();
      }
    }
    return Object.class;
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[index]
        : Object.class;
  }

  private Object trait(Object member, String trait, String property)
      throws ReflectiveOperationException {
    return core("traits." + trait).getMethod(property).invoke(trait(member, trait));
  }

  private Object trait(Object member, String trait) throws ReflectiveOperationException {
    return field.getMethod("getTrait", Class.class).invoke(member, core("traits." + trait));
  }

  private Object get(Object member, String property) throws ReflectiveOperationException {
    return field.getMethod(property).invoke(member);
  }

  private Class<?> core(String name) throws ClassNotFoundException {
    return Class.forName(CORE + name, true, loader);
  }
}

package io.github.cleanroomscontract.junit;

import io.github.cleanroomscontract.internal.pojo.Payloads;
import io.github.cleanroomscontract.internal.pojo.SdkObjects;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Finds what {@link Payload} names, as what the parameter's type says. Stateless. */
final class PayloadParameterResolver implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(Payload.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Parameter target = parameter.getParameter();
    String name = parameter.findAnnotation(Payload.class).orElseThrow().value();
    requireKnown(target);
    PayloadFile file = PayloadFile.find(name, context.getRequiredTestClass());
    try {
      return convert(file, target.getType());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ParameterResolutionException(
          "@Payload(\"%s\") as %s: %s"
              .formatted(name, target.getType().getSimpleName(), e.getMessage()),
          e);
    }
  }

  private static void requireKnown(Parameter target) {
    Class<?> type = target.getType();
    boolean known =
        type == String.class
            || type == byte[].class
            || type == Path.class
            || type == Map.class && holdsAnything(target.getParameterizedType())
            || SdkObjects.isType(type);
    if (!known) {
      throw new ParameterResolutionException(
          "@Payload gives a String, byte[], Path, Map<String, Object>, or an object of the AWS SDK;"
              + " found "
              + target.getParameterizedType().getTypeName());
    }
  }

  /** A map of values of one type would break where they are used. */
  private static boolean holdsAnything(Type map) {
    if (!(map instanceof ParameterizedType type)) {
      return true;
    }
    Type[] arguments = type.getActualTypeArguments();
    return arguments[0] == String.class
        && (arguments[1] == Object.class
            || arguments[1] instanceof WildcardType any && any.getUpperBounds()[0] == Object.class);
  }

  private static Object convert(PayloadFile file, Class<?> type) {
    if (type == byte[].class) {
      return file.bytes();
    }
    if (type == Path.class) {
      return file.path();
    }
    String text = text(file.bytes());
    if (type == String.class) {
      return text;
    }
    return type == Map.class ? Payloads.members(text) : SdkObjects.read(text, type);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("it is not UTF-8; take it as byte[]", e);
    }
  }
}

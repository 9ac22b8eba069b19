package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.internal.pojo.SdkObjects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;

/** The methods of the SDK's client, by operation. Thread-safe. */
final class SdkCalls {

  private static final String REQUEST = "Request";

  private final CleanRoomsClient client;
  private final Map<String, Method> methods = new HashMap<>();

  SdkCalls(CleanRoomsClient client) {
    this.client = client;
    for (Method method : CleanRoomsClient.class.getMethods()) {
      Class<?>[] types = method.getParameterTypes();
      // Others take a consumer of a builder, or give pages.
      if (types.length == 1
          && types[0].getSimpleName().equalsIgnoreCase(method.getName() + REQUEST)) {
        String type = types[0].getSimpleName();
        methods.put(type.substring(0, type.length() - REQUEST.length()), method);
      }
    }
  }

  /**
   * Makes a call, of which the trip learns.
   *
   * @return whether it was sent; not if the SDK does not know the operation, or a member, or
   *     refuses by itself
   */
  boolean make(String operation, String input, Trip trip) {
    Method method = methods.get(operation);
    if (method == null) {
      return false;
    }
    Object request;
    try {
      request = SdkObjects.read(input, method.getParameterTypes()[0]);
    } catch (IllegalArgumentException e) {
      return false;
    }
    try {
      method.invoke(client, request);
    } catch (InvocationTargetException e) {
      // Whatever came, the trip knows.
      return trip.isSent();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }
}

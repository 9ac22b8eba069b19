package io.github.cleanroomscontract.sdk;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.LocationTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.Trait;
import software.amazon.awssdk.utils.builder.Buildable;

/** A request as no generator of today's SDK writes it for Clean Rooms: it travels in other ways. */
public final class RequestStandIn {

  /** Its builder, which is where the SDK keeps the fields. */
  public static final class Builder implements SdkPojo, Buildable {

    @Override
    public List<SdkField<?>> sdkFields() {
      return List.of(
          field(MarshallingType.STRING, "inHeader", "x-in-header", MarshallLocation.HEADER),
          field(
              MarshallingType.INSTANT,
              "inText",
              "inText",
              MarshallLocation.PAYLOAD,
              TimestampFormatTrait.create(TimestampFormatTrait.Format.ISO_8601)),
          field(
              MarshallingType.INSTANT,
              "inSeconds",
              "inSeconds",
              MarshallLocation.QUERY_PARAM,
              TimestampFormatTrait.create(TimestampFormatTrait.Format.UNIX_TIMESTAMP)),
          field(MarshallingType.INSTANT, "inBody", "inBody", MarshallLocation.PAYLOAD),
          field(MarshallingType.INSTANT, "inQuery", "inQuery", MarshallLocation.QUERY_PARAM),
          field(MarshallingType.SDK_BYTES, "bytes", "bytes", MarshallLocation.PAYLOAD));
    }

    @Override
    public boolean equalsBySdkFields(Object other) {
      return this == other;
    }

    @Override
    public Object build() {
      return "RequestStandIn()";
    }
  }

  private RequestStandIn() {}

  /** Returns an empty builder, as the SDK's classes do. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns nothing: a getter, for what its type tells. */
  public Instant inBody() {
    return null;
  }

  private static <T> SdkField<T> field(
      MarshallingType<T> type,
      String member,
      String travels,
      MarshallLocation location,
      Trait... more) {
    SdkField.Builder<T> field = SdkField.builder(type);
    Trait[] traits = java.util.Arrays.copyOf(more, more.length + 1);
    traits[more.length] = LocationTrait.builder().location(location).locationName(travels).build();
    return field
        .memberName(member)
        .getter(pojo -> null)
        .setter((pojo, value) -> {})
        .traits(traits)
        .build();
  }
}

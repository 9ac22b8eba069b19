package io.github.cleanroomscontract.sdk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The SDK of the class path, saying other things: names and texts in its class files are replaced
 * as they are loaded. That reaches whatever is read by reflection, and needs no stand-ins for
 * hundreds of generated classes.
 */
public final class AlteredSdk extends ClassLoader {

  private static final String SERVICE = "software.amazon.awssdk.services.cleanrooms.";

  private record Renaming(String from, String to) {}

  private final Map<String, Map<String, String>> replacements = new HashMap<>();
  private final Map<String, Class<?>> standIns = new HashMap<>();
  private final List<Renaming> renamings = new ArrayList<>();

  /** Creates the SDK as it is. */
  public AlteredSdk() {
    super(AlteredSdk.class.getClassLoader());
  }

  /**
   * Replaces a whole text in one class, such as {@code model.WorkerComputeType}, and in those that
   * are nested in it.
   */
  public AlteredSdk replace(String type, String from, String to) {
    replacements.computeIfAbsent(SERVICE + type, t -> new HashMap<>()).put(from, to);
    return this;
  }

  /** Replaces a part of names and texts in all classes, their own names included. */
  AlteredSdk rename(String from, String to) {
    renamings.add(new Renaming(from, to));
    return this;
  }

  /** Puts a class of ours in the place of one of the SDK. */
  AlteredSdk standIn(String type, Class<?> standIn) {
    standIns.put(SERVICE + type, standIn);
    return this;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(SERVICE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String original = name;
    for (Renaming renaming : renamings) {
      original = original.replace(renaming.to(), renaming.from());
    }
    int nested = name.indexOf('$');
    String outer = nested < 0 ? name : name.substring(0, nested);
    Class<?> standIn = standIns.get(outer);
    String from = original.replace('.', '/');
    UnaryOperator<String> change = text -> changed(name, text);
    if (standIn != null) {
      from = standIn.getName().replace('.', '/') + name.substring(outer.length());
      String own = standIn.getName().replace('.', '/');
      String its = outer.replace('.', '/');
      change = text -> text.replace(own, its);
    }
    try (InputStream stream = getParent().getResourceAsStream(from + ".class")) {
      if (stream == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = rewritten(stream.readAllBytes(), change);
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String changed(String type, String text) {
    String result = text;
    for (Map.Entry<String, Map<String, String>> changes : replacements.entrySet()) {
      if (type.equals(changes.getKey()) || type.startsWith(changes.getKey() + "$")) {
        result = changes.getValue().getOrDefault(text, text);
      }
    }
    for (Renaming renaming : renamings) {
      result = result.replace(renaming.from(), renaming.to());
    }
    return result;
  }

  /** Changes the texts in the constant pool of a class file (JVMS 4.4); all else stays. */
  private static byte[] rewritten(byte[] bytes, UnaryOperator<String> change) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(result);
    out.writeLong(in.readLong());
    int count = in.readUnsignedShort();
    out.writeShort(count);
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      switch (tag) {
        case 1 -> out.writeUTF(change.apply(in.readUTF()));
        case 5, 6 -> {
          out.writeLong(in.readLong());
          i++; // The wide ones take two places.
        }
        case 7, 8, 16, 19, 20 -> out.writeShort(in.readUnsignedShort());
        case 15 -> {
          out.writeByte(in.readUnsignedByte());
          out.writeShort(in.readUnsignedShort());
        }
        default -> out.writeInt(in.readInt());
      }
    }
    in.transferTo(out);
    return result.toByteArray();
  }
}

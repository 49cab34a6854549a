package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.InterfaceMethodRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The parts of Helidon are released apart and not every version of each can be had; two that do
/// not fit compile well and fail at run time, in the middle of a request. Here every class, method
/// and field that one part of Helidon names in another is looked up beforehand.
class LinkageTest {
  private static final String HELIDON = "io/helidon/";

  private final Map<String, ClassModel> classes = new HashMap<>();

  @Test
  void everyPartOfHelidonFindsWhatItCallsInTheOthers() throws IOException {
    for (String jar : helidonJars()) {
      readClasses(jar);
    }
    Set<String> missing = new TreeSet<>();
    int looked = 0;
    for (ClassModel from : classes.values()) {
      for (PoolEntry entry : from.constantPool()) {
        if (entry instanceof MemberRefEntry member
            && member.owner().asInternalName().startsWith(HELIDON)) {
          looked++;
          whatIsWrong(member).ifPresent(wrong -> missing.add(nameOf(from) + ": " + wrong));
        }
      }
    }
    assertThat(looked).isGreaterThan(10_000);
    assertThat(missing).isEmpty();
  }

  private static List<String> helidonJars() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> Path.of(entry).getFileName().toString().startsWith("helidon-"))
        .toList();
  }

  private void readClasses(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      for (var entry : file.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
        if (entry.getName().startsWith(HELIDON)) {
          try (var bytes = file.getInputStream(entry)) {
            ClassModel read = ClassFile.of().parse(bytes.readAllBytes());
            classes.putIfAbsent(nameOf(read), read);
          }
        }
      }
    }
  }

  private Optional<String> whatIsWrong(MemberRefEntry member) {
    String owner = member.owner().asInternalName();
    ClassModel found = classes.get(owner);
    if (found == null) {
      return Optional.of("no class " + owner);
    }
    String name = member.name().stringValue();
    String type = member.type().stringValue();
    if (member instanceof FieldRefEntry) {
      boolean known = ancestry(found).anyMatch(each -> hasField(each, name, type));
      return known ? Optional.empty() : Optional.of("no field " + owner + "." + name);
    }
    if (member instanceof InterfaceMethodRefEntry != found.flags().has(AccessFlag.INTERFACE)) {
      return Optional.of("class turned interface or back: " + owner);
    }
    boolean known =
        ancestry(found).anyMatch(each -> hasMethod(each, name, type)) || isInherited(found, name);
    return known ? Optional.empty() : Optional.of("no method " + owner + "." + name + type);
  }

  /// The class and everything of Helidon that it extends or implements.
  private Stream<ClassModel> ancestry(ClassModel start) {
    return ancestors(start).stream().filter(classes::containsKey).map(classes::get);
  }

  private Set<String> ancestors(ClassModel start) {
    Set<String> seen = new HashSet<>(List.of(nameOf(start)));
    for (String parent : parents(start)) {
      seen.add(parent);
      Optional.ofNullable(classes.get(parent)).map(this::ancestors).ifPresent(seen::addAll);
    }
    return seen;
  }

  private static List<String> parents(ClassModel model) {
    return Stream.concat(model.superclass().stream(), model.interfaces().stream())
        .map(each -> each.asInternalName())
        .toList();
  }

  private static boolean hasMethod(ClassModel model, String name, String type) {
    return model.methods().stream()
        .anyMatch(
            each -> each.methodName().equalsString(name) && each.methodType().equalsString(type));
  }

  private static boolean hasField(ClassModel model, String name, String type) {
    return model.fields().stream()
        .anyMatch(
            each -> each.fieldName().equalsString(name) && each.fieldType().equalsString(type));
  }

  /// Whether a method comes from a class outside Helidon; one that is not there to be looked into
  /// is trusted.
  private boolean isInherited(ClassModel model, String method) {
    return Stream.concat(ancestors(model).stream(), Stream.of("java/lang/Object"))
        .filter(name -> !name.startsWith(HELIDON))
        .anyMatch(name -> declares(name, method));
  }

  private static boolean declares(String name, String method) {
    try {
      Class<?> outside =
          Class.forName(name.replace('/', '.'), false, LinkageTest.class.getClassLoader());
      return Stream.<Class<?>>iterate(outside, each -> each != null, Class::getSuperclass)
          .flatMap(each ->
              Stream.concat(Stream.of(each.getDeclaredMethods()), Stream.of(each.getMethods())))
          .anyMatch(each -> each.getName().equals(method));
    } catch (ClassNotFoundException absent) {
      return true;
    }
  }

  private static String nameOf(ClassModel model) {
    return model.thisClass().asInternalName();
  }
}

package backtalk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The walls between the rooms: for each room, everything that it may name, and nothing else. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("backtalk");

  /** The quiet part of the JDK: no files, no network, no threads. */
  private static final Names PURE_JAVA =
      Names.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.runtime",
          "java.nio.charset",
          "java.security",
          "java.text",
          "java.time",
          "java.time.format",
          "java.time.temporal",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "org.jspecify.annotations");

  /** What an outer room may name of the JDK and of plain tools; subpackages are included. */
  private static final Names ANY_JAVA =
      Names.of(
          "java.io..",
          "java.lang..",
          "java.math..",
          "java.net..",
          "java.nio..",
          "java.security..",
          "java.text..",
          "java.time..",
          "java.util..",
          "org.jspecify.annotations",
          "org.slf4j..");

  private static final String JSON = "com.fasterxml.jackson.";
  private static final Names PLAIN_JSON =
      Names.of(JSON + "core..", JSON + "databind..", JSON + "annotation..", JSON + "datatype..");
  private static final Names CORE =
      Names.of("backtalk.conversation..", "backtalk.understanding..", "backtalk.dialogue..");

  /** Packages, as ArchUnit writes them: two dots at the end take in what lies below. */
  private record Names(List<String> packages) {
    static Names of(String... packages) {
      return new Names(List.of(packages));
    }

    Names and(Names others) {
      return new Names(Stream.concat(packages.stream(), others.packages.stream()).toList());
    }

    Names and(String... others) {
      return and(of(others));
    }

    String[] patterns() {
      return packages.toArray(String[]::new);
    }
  }

  /** The rooms, and what each may name besides itself. A new room is a new line here. */
  private enum Room {
    CONVERSATION(PURE_JAVA),
    UNDERSTANDING(PURE_JAVA.and("backtalk.conversation..")),
    DIALOGUE(PURE_JAVA.and("backtalk.conversation..", "backtalk.understanding..")),
    PROOF(ANY_JAVA.and(CORE)),
    LOADER(
        ANY_JAVA.and(CORE).and(PLAIN_JSON).and(JSON + "dataformat.yaml..", "org.yaml.snakeyaml..")),
    EMBEDDING(
        ANY_JAVA
            .and("backtalk.understanding..", JSON + "core..")
            .and("ai.onnxruntime..", "com.github.benmanes.caffeine..")),
    STORE(
        ANY_JAVA
            .and(CORE)
            .and(PLAIN_JSON)
            .and("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..")
            .and("com.zaxxer.hikari..", "org.flywaydb..", "com.github.benmanes.caffeine..")),
    CLUSTER(ANY_JAVA.and("backtalk.dialogue..")),
    TELEGRAM(
        ANY_JAVA
            .and(CORE)
            .and(PLAIN_JSON)
            .and("org.telegram..", "okhttp3..", "okio..", "kotlin..")
            .and("io.github.bucket4j..", "com.github.benmanes.caffeine..")
            .and("io.micrometer.core..", "javax.crypto..")),
    WEB(
        ANY_JAVA
            .and("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "kotlin..")
            .and("io.micrometer..")),
    CLI(ANY_JAVA.and(PLAIN_JSON).and("picocli..", "backtalk..")),
    CONFIG(ANY_JAVA.and("backtalk.loader..", "backtalk.store..", "io.github.cdimascio..")),
    APP(
        ANY_JAVA
            .and("backtalk..", "ch.qos.logback..", "io.micrometer.core..")
            .and("javax.crypto..", "com.sun.net.httpserver..")),
    MAIN(ANY_JAVA.and("backtalk..", "picocli..")) {
      @Override
      String packages() {
        return "backtalk";
      }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a list of text, made by List.of
    private final Names others;

    Room(Names others) {
      this.others = others;
    }

    String packages() {
      return "backtalk." + name().toLowerCase(Locale.ROOT) + "..";
    }

    String[] mayName() {
      return others.and(packages()).patterns();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRoomNamesOnlyWhatItMay(Room room) {
    classes()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .onlyDependOnClassesThat(namedBy(room))
        .as(room + " names only what ArchitectureTest.Room allows it")
        .check(HOUSE);
  }

  @Test
  void everyClassLivesInARoom() {
    String[] rooms = Stream.of(Room.values()).map(Room::packages).toArray(String[]::new);

    classes().should().resideInAnyPackage(rooms).check(HOUSE);
  }

  @Test
  void theCoreIsToldTheTime() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE.patterns())
        .should()
        .accessTargetWhere(readsAClockOrRollsDice())
        .because("time and chance come in as arguments")
        .check(HOUSE);
  }

  @Test
  void theCoreLeavesTheMachineAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE.patterns())
        .should()
        .dependOnClassesThat(
            nameMatching(
                "java\\.lang\\.(Thread|ThreadLocal|Runtime|Process|ProcessBuilder)"
                    + "|java\\.util\\.(Timer|TimerTask|Scanner)"))
        .check(HOUSE);
  }

  @Test
  void constructorsTakeFewArguments() {
    Map<String, Integer> tooMany =
        HOUSE.stream()
            .filter(ArchitectureTest::isWrittenAsAClass)
            .flatMap(owner -> owner.getConstructors().stream())
            .filter(constructor -> constructor.getRawParameterTypes().size() > 5)
            .collect(
                Collectors.toMap(
                    constructor -> constructor.getFullName(),
                    constructor -> constructor.getRawParameterTypes().size()));

    assertThat(tooMany).as("constructors of more than 5 arguments").isEmpty();
  }

  /** Records may have many parts; the compiler gives the others arguments nobody wrote. */
  private static boolean isWrittenAsAClass(JavaClass owner) {
    return !owner.isRecord()
        && !owner.isEnum()
        && !owner.isAnonymousClass()
        && !owner.isLocalClass();
  }

  private static DescribedPredicate<JavaClass> namedBy(Room room) {
    DescribedPredicate<JavaClass> named = resideInAnyPackage(room.mayName());
    return DescribedPredicate.describe(
        "are named in " + List.of(room.mayName()),
        type -> isPrimitive(type) || named.test(type.getBaseComponentType()));
  }

  private static boolean isPrimitive(JavaClass type) {
    return type.getBaseComponentType().isPrimitive();
  }

  private static DescribedPredicate<JavaAccess<?>> readsAClockOrRollsDice() {
    return DescribedPredicate.describe(
        "reads a clock, rolls dice or looks at the machine",
        access -> isImpure(access.getTarget()));
  }

  private static boolean isImpure(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    return switch (owner) {
      case "java.lang.System" -> !Set.of("arraycopy", "lineSeparator").contains(name);
      case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
      case "java.time.ZoneId" -> name.equals("systemDefault");
      case "java.lang.Math" -> name.equals("random");
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.Random", "java.security.SecureRandom", "java.util.SplittableRandom" -> true;
      case "java.util.Date" -> name.equals("<init>");
      default -> owner.startsWith("java.time.") && name.equals("now");
    };
  }
}

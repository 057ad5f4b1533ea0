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

/** Checks the dependencies of packages: an allow-list for each package. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("backtalk");

  /** Lists the JDK packages without files, network or threads. */
  private static final Packages PURE_JAVA =
      Packages.of(
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

  /** Lists the JDK packages and tools that outer packages may use, with subpackages. */
  private static final Packages ANY_JAVA =
      Packages.of(
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
  private static final Packages PLAIN_JSON =
      Packages.of(JSON + "core..", JSON + "databind..", JSON + "annotation..");
  private static final Packages CORE =
      Packages.of("backtalk.conversation..", "backtalk.understanding..", "backtalk.dialogue..");

  /** Holds package patterns of ArchUnit; two trailing dots include subpackages. */
  private record Packages(List<String> packages) {
    static Packages of(String... packages) {
      return new Packages(List.of(packages));
    }

    Packages and(Packages others) {
      return new Packages(Stream.concat(packages.stream(), others.packages.stream()).toList());
    }

    Packages and(String... others) {
      return and(of(others));
    }

    String[] patterns() {
      return packages.toArray(String[]::new);
    }
  }

  /**
   * Lists the packages with the packages that each may use besides itself. A new package needs a
   * new line here.
   */
  private enum Layer {
    CONVERSATION(PURE_JAVA),
    UNDERSTANDING(PURE_JAVA.and("backtalk.conversation..")),
    DIALOGUE(PURE_JAVA.and("backtalk.conversation..", "backtalk.understanding..")),
    PROOF(ANY_JAVA.and(CORE)),
    LOADER(ANY_JAVA.and(CORE).and(PLAIN_JSON).and("org.yaml.snakeyaml..")),
    EMBEDDING(
        ANY_JAVA
            .and("backtalk.understanding..", JSON + "core..")
            .and("ai.onnxruntime..", "com.github.benmanes.caffeine..")),
    STORE(
        ANY_JAVA
            .and(CORE)
            .and(PLAIN_JSON)
            .and(JSON + "datatype..")
            .and("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..")
            .and("com.sun.security.auth.module..")
            .and("com.zaxxer.hikari..", "org.flywaydb..", "com.github.benmanes.caffeine..")),
    CLUSTER(ANY_JAVA.and("backtalk.dialogue..")),
    TELEGRAM(
        ANY_JAVA
            .and(CORE)
            .and(PLAIN_JSON)
            .and("org.telegram..", "okhttp3..", "okio..", "kotlin..")
            .and("io.github.bucket4j..", "com.github.benmanes.caffeine..")
            .and("io.micrometer.core..", "javax.crypto..")),
    WEB(ANY_JAVA.and("org.eclipse.jetty..", "io.micrometer..")),
    CLI(ANY_JAVA.and(PLAIN_JSON).and("picocli..", "backtalk..")),
    STUDIO(
        ANY_JAVA
            .and(PLAIN_JSON)
            .and(JSON + "datatype..")
            .and("picocli..", "io.javalin..", "kotlin..", "jakarta.servlet..", "backtalk..")),
    CONFIG(ANY_JAVA.and("backtalk.loader..", "backtalk.store..")),
    APP(
        ANY_JAVA
            .and("backtalk..", "ch.qos.logback..", "io.micrometer.core..")
            .and("javax.crypto..", "org.yaml.snakeyaml..")),
    MAIN(ANY_JAVA.and("backtalk..", "picocli..")) {
      @Override
      String packages() {
        return "backtalk";
      }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a list of text, made by List.of
    private final Packages others;

    Layer(Packages others) {
      this.others = others;
    }

    String packages() {
      return "backtalk." + name().toLowerCase(Locale.ROOT) + "..";
    }

    String[] allowed() {
      return others.and(packages()).patterns();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPackageUsesOnlyAllowedPackages(Layer layer) {
    classes()
        .that()
        .resideInAPackage(layer.packages())
        .should()
        .onlyDependOnClassesThat(allowedFor(layer))
        .as(layer + " uses only what ArchitectureTest.Layer allows")
        .check(CLASSES);
  }

  @Test
  void everyClassIsInAKnownPackage() {
    String[] known = Stream.of(Layer.values()).map(Layer::packages).toArray(String[]::new);

    classes().should().resideInAnyPackage(known).check(CLASSES);
  }

  /** The bot must not load the studio and its server, which would lengthen its start. */
  @Test
  void onlyMainKnowsTheStudio() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Layer.STUDIO.packages())
        .and()
        .doNotHaveFullyQualifiedName("backtalk.Main")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(Layer.STUDIO.packages())
        .check(CLASSES);
  }

  @Test
  void theCoreReadsNoClockAndNoRandomSource() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE.patterns())
        .should()
        .accessTargetWhere(readsAClockOrRandomness())
        .because("time and randomness are arguments")
        .check(CLASSES);
  }

  @Test
  void theCoreUsesNoThreadsAndNoProcesses() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE.patterns())
        .should()
        .dependOnClassesThat(
            nameMatching(
                "java\\.lang\\.(Thread|ThreadLocal|Runtime|Process|ProcessBuilder)"
                    + "|java\\.util\\.(Timer|TimerTask|Scanner)"))
        .check(CLASSES);
  }

  @Test
  void constructorsTakeFewArguments() {
    Map<String, Integer> tooMany =
        CLASSES.stream()
            .filter(ArchitectureTest::isWrittenAsAClass)
            .flatMap(owner -> owner.getConstructors().stream())
            .filter(constructor -> constructor.getRawParameterTypes().size() > 5)
            .collect(
                Collectors.toMap(
                    constructor -> constructor.getFullName(),
                    constructor -> constructor.getRawParameterTypes().size()));

    assertThat(tooMany).as("constructors of more than 5 arguments").isEmpty();
  }

  /**
   * Excludes records, which may have many components, and types whose constructors get arguments
   * from the compiler.
   */
  private static boolean isWrittenAsAClass(JavaClass owner) {
    return !owner.isRecord()
        && !owner.isEnum()
        && !owner.isAnonymousClass()
        && !owner.isLocalClass();
  }

  private static DescribedPredicate<JavaClass> allowedFor(Layer layer) {
    DescribedPredicate<JavaClass> allowed = resideInAnyPackage(layer.allowed());
    return DescribedPredicate.describe(
        "are in " + List.of(layer.allowed()),
        type -> isPrimitive(type) || allowed.test(type.getBaseComponentType()));
  }

  private static boolean isPrimitive(JavaClass type) {
    return type.getBaseComponentType().isPrimitive();
  }

  private static DescribedPredicate<JavaAccess<?>> readsAClockOrRandomness() {
    return DescribedPredicate.describe(
        "reads a clock, a random source or the machine", access -> isImpure(access.getTarget()));
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

package backtalk.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the program hash covers all code that a proof depends on. */
class ProgramHashTest {
  @TempDir Path folder;

  private Path jar(String name, String content) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("backtalk/Any.class"));
      out.write(content.getBytes(UTF_8));
    }
    return jar;
  }

  @Test
  void anotherFileOfTheSameSizeAndTimeHasAnotherHash() throws IOException {
    Path one = jar("one.jar", "classes");
    Path other = jar("other.jar", "clauses");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(one));

    assertThat(ProgramHash.of(List.of(one))).isNotEqualTo(ProgramHash.of(List.of(other)));
    assertThat(ProgramHash.of(List.of(one, other)))
        .isNotEqualTo(ProgramHash.of(List.of(other, one)))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void noHashWhenRunningFromClassFiles() {
    assertThat(ProgramHash.ofRunning()).isEmpty();
  }

  @Test
  void provingDependsOnTheTwoJarsOnly() {
    String[] packages = {
      "backtalk.conversation..",
      "backtalk.understanding..",
      "backtalk.dialogue..",
      "backtalk.loader..",
      "backtalk.proof.."
    };
    classes()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("backtalk..", "java..", "org.yaml.snakeyaml..", "org.jspecify..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("backtalk"));
  }
}

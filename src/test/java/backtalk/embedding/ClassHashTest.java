package backtalk.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the hash of classes depends on their content only. */
class ClassHashTest {
  private static final String PACKAGE = "backtalk/embedding/";

  @TempDir Path folder;

  @BeforeEach
  void twoClasses() throws IOException {
    Files.createDirectories(folder.resolve(PACKAGE));
    Files.writeString(folder.resolve(PACKAGE + "A.class"), "a");
    Files.writeString(folder.resolve(PACKAGE + "B.class"), "b");
  }

  private String hash() {
    return new ClassHash(folder).sha256(PACKAGE);
  }

  @Test
  void aJarAndAFolderOfTheSameClassesHaveTheSameHash() throws IOException {
    Path jar = folder.resolve("program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {PACKAGE + "B.class", "other/C.class", PACKAGE + "A.class"}) {
        out.putNextEntry(new JarEntry(name));
        out.write(
            name.substring(name.length() - 7, name.length() - 6)
                .toLowerCase(Locale.ROOT)
                .getBytes(UTF_8));
      }
    }

    assertThat(new ClassHash(jar).sha256(PACKAGE)).isEqualTo(hash());
  }

  @Test
  void anotherClassOfTheSameSizeHasAnotherHash() throws IOException {
    String before = hash();
    Files.writeString(folder.resolve(PACKAGE + "B.class"), "c");

    assertThat(hash()).isNotEqualTo(before);
  }
}

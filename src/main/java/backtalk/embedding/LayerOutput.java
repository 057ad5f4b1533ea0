package backtalk.embedding;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/**
 * Makes the sixth layer of the model a second output, by bytes at the end of the model's file: in
 * protobuf the repeated field {@code output} of a second graph message is added to that of the
 * first.
 *
 * <p>The field numbers are those of {@code onnx.proto}.
 */
final class LayerOutput {

  private static final String TENSOR = "/encoder/layer.5/output/LayerNorm/Add_1_output_0";

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_OUTPUT = 12;
  private static final int VALUE_NAME = 1;
  private static final int VALUE_TYPE = 2;
  private static final int TYPE_TENSOR = 1;
  private static final int TENSOR_ELEMENT = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int SHAPE_DIMENSION = 1;
  private static final int DIMENSION_VALUE = 1;
  private static final int DIMENSION_NAME = 2;
  private static final int FLOAT = 1;
  private static final int WIDTH = 384;

  private LayerOutput() {}

  /** Returns a model with the second output. */
  static byte[] appendedTo(byte[] model) {
    return join(model, bytes());
  }

  private static byte[] bytes() {
    byte[] shape =
        join(
            field(SHAPE_DIMENSION, field(DIMENSION_NAME, "batch".getBytes(US_ASCII))),
            field(SHAPE_DIMENSION, field(DIMENSION_NAME, "sequence".getBytes(US_ASCII))),
            field(SHAPE_DIMENSION, number(DIMENSION_VALUE, WIDTH)));
    byte[] tensor = join(number(TENSOR_ELEMENT, FLOAT), field(TENSOR_SHAPE, shape));
    byte[] value =
        join(
            field(VALUE_NAME, TENSOR.getBytes(US_ASCII)),
            field(VALUE_TYPE, field(TYPE_TENSOR, tensor)));
    return field(MODEL_GRAPH, field(GRAPH_OUTPUT, value));
  }

  /** Returns a field with a length and content. */
  private static byte[] field(int number, byte[] content) {
    return join(varint((number << 3) | 2), varint(content.length), content);
  }

  private static byte[] number(int field, int value) {
    return join(varint(field << 3), varint(value));
  }

  private static byte[] varint(int value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int left = value;
    while (left >= 0x80) {
      bytes.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes.write(left);
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

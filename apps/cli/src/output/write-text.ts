/** Writes to a stream and waits until it is out. A reader that went away (`| head`) ends the wait like one that read all. */
export function writeText(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = (error: Error): void => {
      if ("code" in error && error.code === "EPIPE") resolve();
      else reject(error);
    };
    stream.once("error", gone);
    stream.write(text, (error) => {
      if (error === undefined || error === null) {
        stream.off("error", gone);
        resolve();
      } else gone(error);
    });
  });
}

// Reads every record of all topics with libraries that nobody here wrote and prints, as JSON, how many of each type there are.
'use strict';

const { Kafka, CompressionTypes, CompressionCodecs, logLevel } = require('kafkajs');
const { SchemaRegistryClient, AvroDeserializer, SerdeType } = require('@confluentinc/schemaregistry');
const lz4 = require('lz4js');

// kafkajs leaves LZ4 to a plug-in; this one is plain JavaScript.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const [brokers, registry, ...topics] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'foreign-reader', brokers: brokers.split(','), logLevel: logLevel.ERROR });
const client = new SchemaRegistryClient({ baseURLs: [registry], cacheCapacity: 1000 });

// One subject per topic and record (TopicRecordNameStrategy): the record's name is in the CloudEvents type.
let subject = '';
const deserializer = new AvroDeserializer(client, SerdeType.VALUE, { subjectNameStrategy: async () => subject });

async function ends() {
  const admin = kafka.admin();
  await admin.connect();
  const waiting = new Map();
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (Number(high) > Number(low)) waiting.set(`${topic}-${partition}`, Number(high));
    }
  }
  await admin.disconnect();
  return waiting;
}

async function main() {
  const waiting = await ends();
  const counts = {};
  const seen = new Set();
  const consumer = kafka.consumer({ groupId: `foreign-reader-${process.pid}-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise((resolve, reject) => {
    if (waiting.size === 0) resolve();
    consumer
      .run({
        autoCommit: false,
        eachMessage: async ({ topic, partition, message }) => {
          try {
            const place = `${topic}-${partition}`;
            if (!waiting.has(place)) return;
            subject = `${topic}-${message.headers.ce_type}`;
            const event = await deserializer.deserialize(topic, message.value);
            if (event === null || typeof event !== 'object') throw new Error(`${place}@${message.offset} is no record`);
            const id = message.headers.ce_id.toString();
            const type = message.headers.ce_type.toString().split('.').pop();
            if (!seen.has(id)) {
              seen.add(id);
              const name = `${topic.split('.').pop()} ${type}`;
              counts[name] = (counts[name] || 0) + 1;
            }
            if (Number(message.offset) + 1 >= waiting.get(place)) waiting.delete(place);
            if (waiting.size === 0) resolve();
          } catch (e) {
            reject(e);
          }
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  process.stdout.write(JSON.stringify(counts) + '\n');
}

main().then(
  () => process.exit(0),
  (e) => {
    process.stderr.write(`${e.stack || e}\n`);
    process.exit(1);
  },
);

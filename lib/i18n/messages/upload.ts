/** Messages of the page that reads a visitor's own files. Both languages; the same keys in each. */
export const zh = {
  'upload.title': '读自己的报告',
  'upload.lead':
    '选几份年报文件，当场看到读出的三张表、认定的机关和年度、读取时的问题和对不上的数字。文件只在读的时候占用内存，读完即弃，本站不保存。',
  'upload.files': '报告文件',
  'upload.kinds': '文本、HTML、Word、PDF、Excel、CSV，或含有这些文件的 ZIP。',
  'upload.bounds':
    '一次最多 {files} 个文件、{reports} 份报告；每个文件不超过 {fileMb} MB，合计不超过 {formMb} MB；每个文件最多读 {seconds} 秒。',
  'upload.send': '读取',
  'upload.drop': '也可以把文件拖到这里。',
  'upload.chosen': '已选 {count} 个文件，共 {megabytes} MB',
  'upload.reading': '正在读取，请稍候。',
  'upload.off': '本站没有打开这项功能。',
  'upload.off_how':
    '自己运行时，用 <c>UPLOADS=1 npm start</c> 打开；不想开服务器，也可以用 <c>npm run --silent parse -- 文件</c> 得到同样的记录。',
  'upload.result': '读取结果',
  'upload.count':
    '读出 <b>{reports}</b> 份报告{rejects, plural, =0 {} other {，<b>{rejects}</b> 个文件没有读成}}。',
  'upload.not_read': '没有读成的文件',
  'upload.seconds': '用时 {seconds} 秒',
  'upload.doubts': '{count} 条读取说明',
  'upload.take': '记录 JSON',
  'upload.take_note': '与 npm run parse 输出的相同，{kilobytes} KB',
  'upload.side': '第 {number} 份报告的核对与来源',
  'upload.kept': '记录就在这个页面里，关掉页面就没有了。',
  'upload.refused.off': '本站没有打开这项功能，文件没有读。',
  'upload.refused.none': '没有选文件。请先选文件，再点“读取”。',
  'upload.refused.too_many': '一次最多读 {files} 个文件，这次一个也没有读。请分几次来。',
  'upload.refused.too_large': '文件合计超过 {formMb} MB，这次一个也没有读。请分几次来。',
  'upload.refused.broken': '发来的表单不完整，一个文件也没有读。请重新选文件再发一次。',
  'upload.refused.busy': '正在读别人的文件，请过 {wait} 秒再试。',
  'upload.refused.often': '来得太频繁，请过 {wait} 秒再试。',
  'upload.why.empty': '文件里没有文字。请确认它就是报告本身。',
  'upload.why.picture': '这是图片，不是文件。请用报告的原始文件。',
  'upload.why.packed': '压缩包打不开，或不是 ZIP。请先解压，再选里面的报告。',
  'upload.why.bomb': '展开后大得反常，像是压缩炸弹，没有展开。请先解压，再选里面的报告。',
  'upload.why.locked': '文件有密码。请去掉密码再来。',
  'upload.why.damaged': '文件已损坏。请重新下载，或另存一次。',
  'upload.why.other_format': '不是能读的格式。请另存为文本、HTML、Word、PDF、Excel 或 CSV。',
  'upload.why.too_large': '文件的内容太多，不像一份报告。请只给报告本身。',
  'upload.why.tangled': '文件的结构嵌套过深或过乱，没有读完。请在浏览器里另存一次。',
  'upload.why.other_document': '这不像政府信息公开工作年度报告：没有三张法定表格，也没有自称年报。',
  'upload.why.late': '在限定的时间里没有读完。请只给报告本身。',
  'upload.why.memory': '读它需要的内存超过了限度。请只给报告本身，不带附件。',
  'upload.why.fault': '读取程序在这个文件上出了错，不是文件的问题。',
  'upload.why.file_bound': '超过 {fileMb} MB。请只给报告本身。',
  'upload.why.count_bound': '一次最多读 {reports} 份报告，其余没有读。请分几次来。',
  'upload.found': '读取程序的原话：',
  'data.upload': '读自己的报告文件',
};

export const en: Record<keyof typeof zh, string> = {
  'upload.title': 'Read your own reports',
  'upload.lead':
    'Choose report files and see at once the three tables as they were read, the agency and year that were recognised, trouble in reading, and figures that do not add up. A file is held in memory while it is read and then dropped: nothing is stored here.',
  'upload.files': 'Report files',
  'upload.kinds': 'Text, HTML, Word, PDF, Excel or CSV, or a ZIP archive of these.',
  'upload.bounds':
    'At most {files} files and {reports} reports at a time, {fileMb} MB a file and {formMb} MB in all; reading stops after {seconds} seconds a file.',
  'upload.send': 'Read',
  'upload.drop': 'Files can also be dropped here.',
  'upload.chosen': 'Files chosen: {count}, {megabytes} MB',
  'upload.reading': 'Reading, please wait.',
  'upload.off': 'This is not switched on here.',
  'upload.off_how':
    'Whoever runs the server switches it on with <c>UPLOADS=1 npm start</c>. Without a server, <c>npm run --silent parse -- FILE</c> prints the same record.',
  'upload.result': 'What was read',
  'upload.count':
    '<b>{reports}</b> {reports, plural, one {report was} other {reports were}} read{rejects, plural, =0 {} one {; <b>#</b> file was not} other {; <b>#</b> files were not}}.',
  'upload.not_read': 'Files that were not read',
  'upload.seconds': 'read in {seconds} s',
  'upload.doubts': '{count, plural, one {# note on the reading} other {# notes on the reading}}',
  'upload.take': 'Record as JSON',
  'upload.take_note': 'the same as npm run parse prints, {kilobytes} KB',
  'upload.side': 'Checks and source of report {number}',
  'upload.kept': 'The record is part of this page and gone when it is closed.',
  'upload.refused.off': 'This is not switched on here; the files were not read.',
  'upload.refused.none': 'No file was chosen. Choose files first, then press “Read”.',
  'upload.refused.too_many':
    'At most {files} files are read at a time; none of these was. Send them in parts.',
  'upload.refused.too_large':
    'The files are larger than {formMb} MB together; none of them was read. Send them in parts.',
  'upload.refused.broken':
    'The form did not arrive whole; no file was read. Choose the files and send them again.',
  'upload.refused.busy': 'Files of others are being read. Please try again in {wait} s.',
  'upload.refused.often': 'That was too often. Please try again in {wait} s.',
  'upload.why.empty': 'There is no text in it. See that it is the report itself.',
  'upload.why.picture': 'This is a picture, not a document. Take the original file of the report.',
  'upload.why.packed': 'The archive cannot be opened, or is no ZIP. Unpack it and choose the reports inside.',
  'upload.why.bomb':
    'It would unpack to something far too large, like a zip bomb, and was not unpacked. Unpack it and choose the reports inside.',
  'upload.why.locked': 'It is locked by a password. Remove the password first.',
  'upload.why.damaged': 'The file is damaged. Download it again, or save it anew.',
  'upload.why.other_format': 'The format cannot be read. Save it as text, HTML, Word, PDF, Excel or CSV.',
  'upload.why.too_large': 'There is far more in it than in a report. Give the report alone.',
  'upload.why.tangled': 'Its parts are nested too deep to be read to the end. Save it anew from a browser.',
  'upload.why.other_document':
    'This does not look like an annual report: it has none of the three statutory tables and does not call itself one.',
  'upload.why.late': 'It could not be read in the time allowed. Give the report alone.',
  'upload.why.memory':
    'Reading it takes more memory than allowed. Give the report alone, without its annexes.',
  'upload.why.fault': 'The reader failed on this file; the file is not to blame.',
  'upload.why.file_bound': 'It is larger than {fileMb} MB. Give the report alone.',
  'upload.why.count_bound':
    'At most {reports} reports are read at a time; the rest was not. Send them in parts.',
  'upload.found': 'In the words of the reader: ',
  'data.upload': 'Read your own report files',
};
